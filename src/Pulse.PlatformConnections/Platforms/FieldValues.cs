namespace Pulse.PlatformConnections.Platforms;

/// <summary>The stored values of a switch: texts, like those of the other fields that are not secret.</summary>
internal static class FieldValues
{
    public const string On = "true";
    public const string Off = "false";
}
