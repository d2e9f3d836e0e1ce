namespace Pulse.PlatformConnections.Testing;

/// <summary>A name that a report speaks of.</summary>
/// <param name="Kind">What it names.</param>
/// <param name="Name">As it stands in the report.</param>
internal readonly record struct Mention(MentionKind Kind, string Name);

/// <summary>What a name in a report names.</summary>
public enum MentionKind
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
