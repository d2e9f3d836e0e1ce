namespace Pulse.Providers.VMware.Protocol;

/// <summary>The parameters of <c>SessionManager.Login</c>.</summary>
internal sealed record LoginParameters(string UserName, string Password)
{
    public override string ToString() => nameof(LoginParameters);
}
