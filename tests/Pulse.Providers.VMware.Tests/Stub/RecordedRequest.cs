namespace Pulse.Providers.VMware.Tests.Stub;

/// <summary>A request that the stub got.</summary>
internal sealed record RecordedRequest(string Key, string Path, string? SessionId, string? Authorization, string? UserAgent, string Body);
