using Pulse.PlatformConnections.Platforms;

namespace Pulse.Providers.VMware.Sessions;

/// <summary>The account that Pulse logs in as, from the two fields of a connection.</summary>
internal sealed record VCenterAccount(string UserName, Secret Password)
{
    public const string UserNameField = "username";
    public const string PasswordField = "password";

    public static VCenterAccount Of(ConnectionTarget target) => new(target.Text(UserNameField), target.Secret(PasswordField));
}
