using System.Text.Json;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Proving;

/// <summary>The words of records.</summary>
internal static class ProofWords
{
    /// <summary>A category in the form of the API.</summary>
    public static string Of(FailureCategory category) => JsonNamingPolicy.SnakeCaseLower.ConvertName(category.ToString());

    /// <summary>An outcome in the form of records.</summary>
    public static string Of(ProofOutcome outcome) => outcome switch
    {
        ProofOutcome.Pass => "pass",
        ProofOutcome.Fail => "fail",
        _ => "not run",
    };
}
