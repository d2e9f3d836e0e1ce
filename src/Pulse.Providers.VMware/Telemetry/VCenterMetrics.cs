using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.Providers.VMware.Telemetry;

/// <summary>
/// Measures the requests to vCenters. Labels are operations, outcomes and ids of connections; never a host, a user
/// or an object.
/// </summary>
internal sealed class VCenterMetrics
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "Pulse.VCenter";

    public static readonly ActivitySource Activities = new(Name);

    public VCenterMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        Requests = meter.CreateCounter<long>("pulse.vcenter.requests", "{request}", "Requests to vCenters.");
        Duration = meter.CreateHistogram<double>("pulse.vcenter.duration", "s", "Time from a request to the end of its answer.");
        Bytes = meter.CreateCounter<long>("pulse.vcenter.bytes", "By", "Bytes of the bodies of answers.");
        Logins = meter.CreateCounter<long>("pulse.vcenter.logins", "{login}", "Logins tried.");
        Sessions = meter.CreateUpDownCounter<int>("pulse.vcenter.sessions", "{session}", "Sessions opened and not known to have ended.");
        SessionsLeft = meter.CreateCounter<long>("pulse.vcenter.sessions_left", "{session}", "Sessions left behind because the log-out failed.");
    }

    public Counter<long> Requests { get; }

    public Histogram<double> Duration { get; }

    public Counter<long> Bytes { get; }

    public Counter<long> Logins { get; }

    public UpDownCounter<int> Sessions { get; }

    public Counter<long> SessionsLeft { get; }

    /// <summary>The outcome, as in the API: <c>success</c>, <c>cancelled</c> or a failure category.</summary>
    public static string OutcomeOf(Exception? error) => error switch
    {
        null => "success",
        PlatformFailureException failure => JsonNamingPolicy.SnakeCaseLower.ConvertName(failure.Category.ToString()),
        OperationCanceledException => "cancelled",
        _ => "unknown",
    };
}
