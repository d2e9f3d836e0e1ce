using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Proving;

/// <summary>A row failed as a test or a poll of Pulse reports it.</summary>
/// <param name="failure">What it reports.</param>
/// <param name="ends">Whether nothing more is asked, whatever the category.</param>
internal sealed class ReportedFailureException(Failure failure, bool ends) : Exception
{
    public Failure Failure => failure;

    public bool Ends => ends;
}
