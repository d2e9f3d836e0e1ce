using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Pulse.PlatformConnections.Attempts;

namespace Pulse.PlatformConnections.Polling;

/// <summary>
/// The meters of polling. Labels are the platform and the connection's id: host, user and object names never leave
/// Pulse this way.
/// </summary>
internal sealed class PollTelemetry : IDisposable
{
    public const string Name = "Pulse.Polling";

    private readonly ActivitySource _activities = new(Name);
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _lag;
    private readonly Counter<long> _outcome;

    public PollTelemetry(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _duration = meter.CreateHistogram<double>("pulse.poll.duration", "s", "How long a poll took.");
        _lag = meter.CreateHistogram<double>("pulse.poll.lag", "s", "How long after its planned time a poll began.");
        _outcome = meter.CreateCounter<long>("pulse.poll.outcome", "{poll}", "Polls by how they ended: healthy, degraded, or the category of the failure.");
    }

    public Activity? Begin(string platform, Guid connectionId)
    {
        var activity = _activities.StartActivity("poll", ActivityKind.Internal);
        return activity?.SetTag("pulse.platform", platform).SetTag("pulse.connection.id", connectionId);
    }

    public void Record(string platform, Guid connectionId, AttemptResult result, TimeSpan lag)
    {
        var tags = new TagList { { "pulse.platform", platform }, { "pulse.connection.id", connectionId } };
        _duration.Record(result.DurationMs / 1000d, tags);
        _lag.Record(Math.Max(0, lag.TotalSeconds), tags);
        tags.Add("pulse.outcome", InSnakeCase(result.Failure?.Category.ToString() ?? result.Outcome.ToString()));
        _outcome.Add(1, tags);
    }

    public void Dispose() => _activities.Dispose();

    // The same words as in the API.
    private static string InSnakeCase(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
