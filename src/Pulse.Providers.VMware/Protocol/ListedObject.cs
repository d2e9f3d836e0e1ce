namespace Pulse.Providers.VMware.Protocol;

/// <summary>An item of an Automation API list. Pulse uses none of its members.</summary>
internal sealed record ListedObject;
