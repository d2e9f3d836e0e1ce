using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Pulse.Host;

/// <summary>Sends the meters and activities of all modules by OTLP when an endpoint is configured; else they cost nothing.</summary>
internal static class Telemetry
{
    // The modules' own, and the framework's: requests in, and runtime.
    private static readonly string[] Meters = ["Pulse.*", "Microsoft.AspNetCore.Hosting", "System.Runtime"];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<TelemetryOptions>().Bind(builder.Configuration.GetSection(TelemetryOptions.Section)).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryOptionsValidation>();
        builder.Services.AddHostedService<Exporter>();
    }

    private sealed class Exporter(IOptions<TelemetryOptions> options) : IHostedService
    {
        private OpenTelemetrySdk? _sdk;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            if (options.Value.OtlpEndpoint is { Length: > 0 } endpoint)
            {
                _sdk = OpenTelemetrySdk.Create(otlp => otlp
                    .ConfigureResource(resource => resource.AddService("pulse", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString(3)))
                    .WithMetrics(metrics => metrics.AddMeter(Meters))
                    .WithTracing(traces => traces.AddSource("Pulse.*"))
                    .UseOtlpExporter(OpenTelemetry.Exporter.OtlpExportProtocol.HttpProtobuf, new Uri(endpoint)));
            }

            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            _sdk?.Dispose();
            return Task.CompletedTask;
        }
    }
}
