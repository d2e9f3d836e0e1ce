namespace Pulse.PlatformConnections.Configuration;

/// <summary>Rules for stored secrets: <c>Pulse:Access</c>.</summary>
internal sealed class ConnectionOptions
{
    public const string Section = "Pulse:Access";

    /// <summary>
    /// Refuses to send a stored secret to a new host, port or scheme: it has to be entered again. Off by default,
    /// because moving a system to a new name is common; the move is then audited.
    /// </summary>
    public bool BindSecretsToEndpoint { get; set; }
}
