namespace Pulse.Providers.VMware.Sessions;

/// <summary>The result of the login: the vCenter, its API in the opened session, and whether that session serves both API families.</summary>
internal sealed record SignInResult(VCenterSystem System, ViJsonSession ViJson, bool IsSessionShared);
