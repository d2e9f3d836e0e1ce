using Pulse.Recordings;
using Pulse.Simulation;

namespace Pulse.Providers.VMware.Tests.Support;

/// <summary>Answers of a simulator that were recorded of a vCenter.</summary>
internal static class Recorded
{
    /// <summary>No recording: a collector of the session's own, as a vCenter answers its creation.</summary>
    public const string PrivateCollector =
        """{"_typeName":"ManagedObjectReference","type":"PropertyCollector","value":"session[0a7b153c]collector"}""";

    public static FaultAction Answer(string number)
    {
        var recording = Recording.Of(number);
        return FaultAction.Respond(recording.Status, recording.Body);
    }
}
