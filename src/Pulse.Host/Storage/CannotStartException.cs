namespace Pulse.Host.Storage;

/// <summary>Pulse does not start, for reasons that its operator can do something about.</summary>
internal sealed class CannotStartException(IEnumerable<string> reasons, Exception? cause) : Exception("Pulse does not start.", cause)
{
    public IReadOnlyList<string> Reasons { get; } = [.. reasons];
}
