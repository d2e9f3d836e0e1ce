using System.Text.Json;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Proving;

/// <summary>ProofWords of records.</summary>
internal static class ProofWords
{
    /// <summary>A category as the API writes it.</summary>
    public static string Of(FailureCategory category) => JsonNamingPolicy.SnakeCaseLower.ConvertName(category.ToString());

    /// <summary>An outcome as records write it.</summary>
    public static string Of(ProofOutcome outcome) => outcome switch
    {
        ProofOutcome.Pass => "pass",
        ProofOutcome.Fail => "fail",
        _ => "not run",
    };
}
