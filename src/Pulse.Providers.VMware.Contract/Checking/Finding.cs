namespace Pulse.Providers.VMware.Contract.Checking;

/// <summary>The error at one place of a request or of an answer.</summary>
internal readonly record struct Finding(string Place, string Text);
