using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Pulse.Host.Starting;
using Pulse.Host.Storage;
using Pulse.PlatformConnections.Proving;

namespace Pulse.Host.Proving;

/// <summary>
/// A complete Pulse for the time of a proof, so that the proof covers the real program: the same services, its API on a free port of
/// this machine, and its data in a separate directory that is removed at the end.
/// </summary>
internal sealed class ProvingHost : IAsyncDisposable
{
    private readonly DirectoryInfo _directory;
    private readonly WebApplication _app;

    public ProvingHost(Func<string[], Action<WebApplicationBuilder>?, WebApplication> compose)
    {
        // Only the owner can read the directory, as with everything that Pulse writes into it.
        _directory = Directory.CreateTempSubdirectory("pulse-prove-");
        try
        {
            _app = compose(
                [
                    $"--Pulse:DataDirectory={_directory.FullName}",
                    $"--Pulse:Access:BootstrapToken={Token}",
                    "--Pulse:Database:Provider=Sqlite",
                    "--Pulse:Http:PublicUrl=",
                    "--Pulse:Telemetry:OtlpEndpoint=",
                    "--AllowedHosts=*",
                    "--urls=http://127.0.0.1:0",
                ],
                Change);
        }
        catch
        {
            _directory.Delete(recursive: true);
            throw;
        }
    }

    public string Token { get; } = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

    public ProofRun Run => _app.Services.GetRequiredService<ProofRun>();

    /// <exception cref="CannotStartException">A setting of this machine is wrong.</exception>
    public async Task<Uri> StartAsync(CancellationToken cancellationToken)
    {
        await _app.PrepareAsync(cancellationToken);
        await _app.StartAsync(cancellationToken);
        return new Uri(_app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
    }

    /// <summary>Ends the polls and their sessions.</summary>
    public Task StopAsync() => _app.StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _directory.Delete(recursive: true);
    }

    private static void Change(WebApplicationBuilder builder)
    {
        // The terminal shows the proof, and the log would name the system.
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, OwnLifetime>();
        builder.Services.AddProving();
    }

    /// <summary>The proof itself handles Ctrl+C.</summary>
    private sealed class OwnLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
