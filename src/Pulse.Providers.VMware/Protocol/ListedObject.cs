namespace Pulse.Providers.VMware.Protocol;

/// <summary>An item of an Automation API list, of which nothing is used but that it is there.</summary>
internal sealed record ListedObject;
