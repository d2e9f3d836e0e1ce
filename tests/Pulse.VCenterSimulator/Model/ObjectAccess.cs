namespace Pulse.Simulation;

/// <summary>The part of one object that the user may read.</summary>
public enum ObjectAccess
{
    Full,

    /// <summary>System.View only: the name and the place, nothing else.</summary>
    NameOnly,

    /// <summary>A view lists the object, but all its properties are refused.</summary>
    None,
}
