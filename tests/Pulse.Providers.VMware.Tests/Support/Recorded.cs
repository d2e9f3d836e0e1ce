using Pulse.Recordings;
using Pulse.Simulation;

namespace Pulse.Providers.VMware.Tests.Support;

/// <summary>Recorded answers of a vCenter, for the simulator.</summary>
internal static class Recorded
{
    /// <summary>Not recorded: the answer of a vCenter that created a private property collector.</summary>
    public const string PrivateCollector =
        """{"_typeName":"ManagedObjectReference","type":"PropertyCollector","value":"session[0a7b153c]collector"}""";

    public static FaultAction Answer(string number)
    {
        var recording = Recording.Of(number);
        return FaultAction.Respond(recording.Status, recording.Body);
    }
}
