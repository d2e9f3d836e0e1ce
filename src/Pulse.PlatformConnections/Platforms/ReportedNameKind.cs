namespace Pulse.PlatformConnections.Platforms;

/// <summary>The kind of the object that a name in a report names.</summary>
public enum ReportedNameKind
{
    /// <summary>A host by its name.</summary>
    Host,

    /// <summary>An account.</summary>
    User,

    /// <summary>A host by its address.</summary>
    Address,

    /// <summary>An object of the system.</summary>
    Object,

    /// <summary>A saved connection.</summary>
    Connection,
}
