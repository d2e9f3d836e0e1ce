namespace Pulse.Providers.VMware.Sessions;

/// <summary>What signing in found: the vCenter, its API in the session that was opened, and whether that session serves both API families.</summary>
internal sealed record SignInResult(VCenterSystem System, ViJsonSession ViJson, bool IsSessionShared);
