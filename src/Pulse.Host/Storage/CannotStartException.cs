namespace Pulse.Host.Storage;

/// <summary>Pulse does not start, for a reason that its operator can remove.</summary>
internal sealed class CannotStartException(IEnumerable<string> reasons, Exception? cause) : Exception("Pulse does not start.", cause)
{
    public IReadOnlyList<string> Reasons { get; } = [.. reasons];
}
