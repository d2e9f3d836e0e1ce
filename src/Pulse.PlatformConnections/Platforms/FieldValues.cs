namespace Pulse.PlatformConnections.Platforms;

/// <summary>How the values of a switch are stored: as texts, like those of the other fields that are no secrets.</summary>
internal static class FieldValues
{
    public const string On = "true";
    public const string Off = "false";
}
