namespace Pulse.Providers.VMware.Contract.Checking;

/// <summary>What is wrong at one place of a request or of an answer.</summary>
internal readonly record struct Finding(string Place, string Text);
