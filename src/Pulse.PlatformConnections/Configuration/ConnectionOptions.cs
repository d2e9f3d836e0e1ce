namespace Pulse.PlatformConnections.Configuration;

/// <summary>Rules for stored secrets: <c>Pulse:Access</c>.</summary>
internal sealed class ConnectionOptions
{
    public const string Section = "Pulse:Access";

    /// <summary>
    /// Refuses to send a stored secret to a new host, port or scheme: the administrator must enter the secret again. Off by default,
    /// because moving a system to a new name is common; the audit trail records such a move.
    /// </summary>
    public bool BindSecretsToEndpoint { get; set; }
}
