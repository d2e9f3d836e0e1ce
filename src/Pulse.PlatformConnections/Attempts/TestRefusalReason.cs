namespace Pulse.PlatformConnections.Attempts;

/// <summary>The reasons why Pulse does not run a test.</summary>
internal enum TestRefusalReason
{
    /// <summary>The account is on hold after refused logins.</summary>
    Held,

    /// <summary>Too many tests run already.</summary>
    Busy,

    /// <summary>Pulse is stopping.</summary>
    Stopping,
}
