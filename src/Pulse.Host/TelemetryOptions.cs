namespace Pulse.Host;

/// <summary>The destination of telemetry: <c>Pulse:Telemetry</c>.</summary>
internal sealed class TelemetryOptions
{
    public const string Section = "Pulse:Telemetry";

    /// <summary>An OTLP collector over HTTP; without one, Pulse sends nothing.</summary>
    public string? OtlpEndpoint { get; set; }
}
