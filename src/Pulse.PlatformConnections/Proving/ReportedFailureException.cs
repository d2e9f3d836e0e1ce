using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Proving;

/// <summary>A row failed with a failure that a test or a poll of Pulse reported.</summary>
/// <param name="failure">The reported failure.</param>
/// <param name="ends">Whether no more rows are asked, whatever the category is.</param>
internal sealed class ReportedFailureException(Failure failure, bool ends) : Exception
{
    public Failure Failure => failure;

    public bool Ends => ends;
}
