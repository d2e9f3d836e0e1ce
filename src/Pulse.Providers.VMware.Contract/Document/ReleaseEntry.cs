namespace Pulse.Providers.VMware.Contract.Document;

/// <summary><paramref name="Known"/> are the releases with VI JSON.</summary>
internal sealed record ReleaseEntry(string[] Known);
