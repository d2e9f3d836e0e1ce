using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Instrumentation.Http;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Pulse.Host;

/// <summary>
/// Sends the meters and activities of all modules by OTLP if an endpoint is configured; otherwise they cost nothing. Pulse sends no host,
/// user or object of a platform this way.
/// </summary>
internal static class Telemetry
{
    private const string OwnSources = "Pulse.*";

    // The meters of requests and of name resolution: both have labels that name the systems.
    private const string NetworkMeters = "System.Net.";

    // The labels of these meters that name no system and no object of a system.
    private static readonly string[] NetworkTags = ["http.request.method", "http.response.status_code", "url.scheme", "error.type"];
    private static readonly string[] NamesOfSystems = ["server.address", "server.port", "url.full", "network.peer.address"];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection(TelemetryOptions.Section);
        builder.Services.AddOptions<TelemetryOptions>().Bind(section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryOptionsValidation>();

        // The validation reports a wrong address, together with all other wrong settings.
        if (Uri.TryCreate(section[nameof(TelemetryOptions.OtlpEndpoint)], UriKind.Absolute, out var endpoint))
        {
            builder.Services.AddOpenTelemetry()
                .ConfigureResource(resource => resource.AddService("pulse", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString(3)))
                .WithMetrics(metrics => metrics
                    .AddMeter(OwnSources)
                    .AddAspNetCoreInstrumentation()
                    .AddHttpClientInstrumentation()
                    .AddRuntimeInstrumentation()
                    .AddView(instrument => instrument.Meter.Name.StartsWith(NetworkMeters, StringComparison.Ordinal) ? new MetricStreamConfiguration { TagKeys = NetworkTags } : null))
                .WithTracing(traces => traces
                    .AddSource(OwnSources)
                    .AddAspNetCoreInstrumentation()
                    .AddHttpClientInstrumentation(KeepNamesOut))
                .UseOtlpExporter(OtlpExportProtocol.HttpProtobuf, endpoint);
        }
    }

    private static void KeepNamesOut(HttpClientTraceInstrumentationOptions options)
    {
        options.EnrichWithHttpRequestMessage = (activity, _) => RemoveNames(activity);
        options.EnrichWithHttpResponseMessage = (activity, _) => RemoveNames(activity);
        options.EnrichWithException = (activity, _) => RemoveNames(activity);
    }

    private static void RemoveNames(System.Diagnostics.Activity activity)
    {
        foreach (var name in NamesOfSystems)
        {
            activity.SetTag(name, null);
        }
    }
}
