using System.Net;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Pulse.Simulation;

/// <summary>
/// One Kestrel for any number of simulators, each on a port of its own: a benchmark runs thousands of simulators in
/// one process, and a web server for each would cost a thread and a service container.
/// </summary>
internal sealed class SimulatorServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _users;

    private SimulatorServer(WebApplication app, int users)
    {
        _app = app;
        _users = users;
    }

    public static async Task<(SimulatorServer Server, int[] Ports)> StartAsync(IReadOnlyList<VCenterState> vcenters, CancellationToken ct)
    {
        List<ListenOptions> endpoints = [];
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            foreach (var vcenter in vcenters)
            {
                options.Listen(IPAddress.Loopback, vcenter.Options.Port, endpoint =>
                {
                    Configure(endpoint, vcenter);
                    endpoints.Add(endpoint);
                });
            }
        });
        var app = builder.Build();
        app.Run(http => http.Features.GetRequiredFeature<RequestPipeline>().HandleAsync(http));
        await app.StartAsync(ct);
        return (new(app, vcenters.Count), [.. endpoints.Select(endpoint => endpoint.IPEndPoint!.Port)]);
    }

    /// <summary>Stops with the last of its simulators.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Decrement(ref _users) == 0)
        {
            // The stop does not wait for requests, because a request that waits for updates would delay it.
            await _app.StopAsync(new CancellationToken(canceled: true));
            await _app.DisposeAsync();
        }
    }

    private static void Configure(ListenOptions endpoint, VCenterState vcenter)
    {
        var pipeline = new RequestPipeline(vcenter);
        endpoint.Protocols = HttpProtocols.Http1;
        if (vcenter.Options.UseHttps)
        {
            endpoint.UseHttps(vcenter.Options.Certificate!);
        }

        endpoint.Use(next => connection =>
        {
            connection.Features.Set(pipeline);
            return next(connection);
        });
    }
}
