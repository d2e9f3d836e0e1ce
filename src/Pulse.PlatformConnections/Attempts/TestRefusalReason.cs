namespace Pulse.PlatformConnections.Attempts;

/// <summary>The reasons for which a test is not run.</summary>
internal enum TestRefusalReason
{
    /// <summary>The account has to be left alone after refused logins.</summary>
    Held,

    /// <summary>Too many tests run already.</summary>
    Busy,

    /// <summary>Pulse is stopping.</summary>
    Stopping,
}
