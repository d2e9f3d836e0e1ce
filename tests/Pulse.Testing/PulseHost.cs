using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Pulse.Testing;

/// <summary>The real host, in-process, with its own data directory. Differs from the product only in the changes that a test passes.</summary>
public sealed class PulseHost : IAsyncDisposable
{
    /// <summary>A bootstrap token with both settings scopes.</summary>
    public const string Token = "test-bootstrap-token-0123456789abcdef";

    private readonly Factory _factory;
    private readonly bool _ownsDirectory;

    private PulseHost(Factory factory, string dataDirectory, bool ownsDirectory)
    {
        _factory = factory;
        _ownsDirectory = ownsDirectory;
        DataDirectory = dataDirectory;
    }

    public string DataDirectory { get; }

    public LogCapture Logs => _factory.Logs;

    public IServiceProvider Services => _factory.Services;

    /// <summary>The address of a host that listens.</summary>
    public Uri Address => _factory.ClientOptions.BaseAddress;

    /// <summary>Starts a host.</summary>
    /// <param name="services">Adds or replaces services, e.g. a platform or the clock.</param>
    /// <param name="settings">Configuration on top of a bootstrap token and the data directory.</param>
    /// <param name="dataDirectory">An existing directory, to restart with it; otherwise a new one that is removed at the end.</param>
    /// <param name="listen">Whether the host listens on a free port of 127.0.0.1, for clients outside of this process, e.g. a browser.</param>
    public static PulseHost Start(
        Action<IServiceCollection>? services = null,
        IReadOnlyDictionary<string, string>? settings = null,
        string? dataDirectory = null,
        bool listen = false)
    {
        var directory = dataDirectory ?? Directory.CreateTempSubdirectory("pulse-test-").FullName;
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Pulse:DataDirectory"] = directory,
            ["Pulse:Access:BootstrapToken"] = Token,
        };
        foreach (var (key, value) in settings ?? new Dictionary<string, string>())
        {
            all[key] = value;
        }

        var factory = new Factory(services ?? (_ => { }), all);
        if (listen)
        {
            factory.UseKestrel(server => server.Listen(IPAddress.Loopback, 0));
        }

        factory.StartServer(); // So that an error at the start fails here.
        return new PulseHost(factory, directory, ownsDirectory: dataDirectory is null);
    }

    /// <summary>A client with the bootstrap token.</summary>
    public HttpClient CreateClient()
    {
        var client = CreateAnonymousClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return client;
    }

    public HttpClient CreateAnonymousClient() =>
        _factory.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = Address, AllowAutoRedirect = false, HandleCookies = false });

    /// <summary>Stops the host like SIGTERM, and removes a data directory that was created for it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        if (_ownsDirectory)
        {
            Directory.Delete(DataDirectory, recursive: true);
        }
    }

    private sealed class Factory(Action<IServiceCollection> services, Dictionary<string, string> settings) : WebApplicationFactory<Program>
    {
        public LogCapture Logs { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Production");
            foreach (var (key, value) in settings)
            {
                builder.UseSetting(key, value);
            }

            builder.ConfigureTestServices(collection =>
            {
                collection.RemoveAll<ILoggerProvider>();
                collection.AddSingleton<ILoggerProvider>(Logs);
                collection.UseQuickPasswordHash();
                services(collection);
            });
        }
    }
}
