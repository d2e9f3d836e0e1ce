using System.Diagnostics;

namespace Pulse.Providers.VMware.Telemetry;

/// <summary>The measurements of one connection.</summary>
internal sealed class ConnectionMetrics(VCenterMetrics metrics, Guid? connectionId, TimeProvider clock)
{
    private const string ConnectionTag = "pulse.connection.id";
    private const string OperationTag = "pulse.operation";
    private const string OutcomeTag = "pulse.outcome";

    // A draft has no id.
    private readonly KeyValuePair<string, object?> _connection = new(ConnectionTag, connectionId?.ToString() ?? "draft");

    public void LoginEnded(Exception? error) => metrics.Logins.Add(1, Outcome(error), _connection);

    public void SessionOpened() => metrics.Sessions.Add(1, _connection);

    public void SessionEnded() => metrics.Sessions.Add(-1, _connection);

    /// <summary>The log-out failed: the session is open until the vCenter ends it, so it still counts.</summary>
    public void SessionLeft(Exception error) => metrics.SessionsLeft.Add(1, Outcome(error), _connection);

    /// <summary>Measures a request from now until the result is disposed.</summary>
    public RequestMeasurement Begin(string operation) => new(this, operation);

    private static KeyValuePair<string, object?> Outcome(Exception? error) => new(OutcomeTag, VCenterMetrics.OutcomeOf(error));

    /// <summary>One running request.</summary>
    public sealed class RequestMeasurement : IDisposable
    {
        private readonly ConnectionMetrics _owner;
        private readonly string _operation;
        private readonly Activity? _activity;
        private readonly long _started;
        private long _bytes;

        public RequestMeasurement(ConnectionMetrics owner, string operation)
        {
            (_owner, _operation, _started) = (owner, operation, owner.Clock.GetTimestamp());
            _activity = VCenterMetrics.Activities.StartActivity(operation, ActivityKind.Client);
        }

        public Exception? Error { get; set; }

        public void Count(int bytes) => _bytes += bytes;

        public void Dispose()
        {
            var operation = new KeyValuePair<string, object?>(OperationTag, _operation);
            var outcome = Outcome(Error);
            _owner.Metrics.Requests.Add(1, operation, outcome, _owner._connection);
            _owner.Metrics.Duration.Record(_owner.Clock.GetElapsedTime(_started).TotalSeconds, operation, outcome, _owner._connection);
            _owner.Metrics.Bytes.Add(_bytes, operation, _owner._connection);
            _activity?.SetTag(OperationTag, _operation).SetTag(OutcomeTag, outcome.Value).SetTag(ConnectionTag, _owner._connection.Value)
                .SetStatus(Error is null ? ActivityStatusCode.Ok : ActivityStatusCode.Error);
            _activity?.Dispose();
        }
    }

    private VCenterMetrics Metrics => metrics;

    private TimeProvider Clock => clock;
}
