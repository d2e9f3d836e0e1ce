namespace Pulse.Host;

/// <summary>Where telemetry goes: <c>Pulse:Telemetry</c>.</summary>
internal sealed class TelemetryOptions
{
    public const string Section = "Pulse:Telemetry";

    /// <summary>An OTLP collector over HTTP; nothing is sent without one.</summary>
    public string? OtlpEndpoint { get; set; }
}
