namespace Pulse.Simulation;

/// <summary>How much of one object the user may read.</summary>
public enum ObjectAccess
{
    Full,

    /// <summary>System.View only: the name and the place, nothing else.</summary>
    NameOnly,

    /// <summary>The object is listed by a view, and every property of it is refused.</summary>
    None,
}
