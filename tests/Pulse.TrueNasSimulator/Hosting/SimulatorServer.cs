using System.Net;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Pulse.Simulation.TrueNas;

/// <summary>One Kestrel for any number of simulators, each on ports of its own.</summary>
internal sealed class SimulatorServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _users;

    private SimulatorServer(WebApplication app, int users)
    {
        _app = app;
        _users = users;
    }

    public static async Task<(SimulatorServer Server, SimulatorPorts[] Ports)> StartAsync(IReadOnlyList<TrueNasState> systems, CancellationToken ct)
    {
        List<(ListenOptions Main, ListenOptions? Plain)> endpoints = [];
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            // Answers that a fault sends slowly are not a reason to close the connection.
            options.Limits.MinResponseDataRate = null;
            endpoints.AddRange(systems.Select(system => Listen(options, system)));
        });
        var app = builder.Build();
        // facts.md#2: the middleware sends no WebSocket heartbeat.
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.Zero });
        app.Run(http => http.Features.GetRequiredFeature<HttpPipeline>().HandleAsync(http));
        await app.StartAsync(ct);
        return (new(app, systems.Count), [.. endpoints.Select(pair => new SimulatorPorts(PortOf(pair.Main), PortOf(pair.Plain)))]);
    }

    /// <summary>Stops with the last of its simulators.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Decrement(ref _users) == 0)
        {
            // Without waiting: sockets that are open would hold the stop up.
            await _app.StopAsync(new CancellationToken(canceled: true));
            await _app.DisposeAsync();
        }
    }

    private static (ListenOptions Main, ListenOptions? Plain) Listen(KestrelServerOptions options, TrueNasState system)
    {
        var pipeline = new HttpPipeline(system);
        var main = Listen(options, pipeline, system.Options.Port, system.Options.UseHttps ? system : null);
        return (main, system.Options is { UseHttps: true, ServesPlainToo: true } ? Listen(options, pipeline, 0, encrypted: null) : null);
    }

    private static ListenOptions Listen(KestrelServerOptions options, HttpPipeline pipeline, int port, TrueNasState? encrypted)
    {
        ListenOptions result = null!;
        options.Listen(IPAddress.Loopback, port, endpoint =>
        {
            result = endpoint;
            endpoint.Protocols = HttpProtocols.Http1;
            if (encrypted is not null)
            {
                endpoint.UseHttps(encrypted.Options.Certificate!);
            }

            endpoint.Use(next => connection =>
            {
                connection.Features.Set(pipeline);
                return next(connection);
            });
        });
        return result;
    }

    private static int PortOf(ListenOptions? endpoint) => endpoint?.IPEndPoint!.Port ?? 0;
}
