namespace Pulse.Providers.VMware.Tests.Stub;

/// <summary>An answer without a connection.</summary>
internal sealed record InProcessAnswer(int Status, byte[] Body, string? RetryAfter = null);
