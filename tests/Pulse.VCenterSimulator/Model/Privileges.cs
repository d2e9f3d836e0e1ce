namespace Pulse.Simulation;

internal static class Privileges
{
    public const string Anonymous = "System.Anonymous";
    public const string View = "System.View";
    public const string Read = "System.Read";
}
