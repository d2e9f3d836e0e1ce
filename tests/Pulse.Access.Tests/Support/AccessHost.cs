using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pulse.Access.Storage;
using Pulse.Testing;

namespace Pulse.Access.Tests.Support;

/// <summary>Pulse with the access module only, and one endpoint for each policy. In-process, with a temporary directory.</summary>
internal sealed class AccessHost : IAsyncDisposable
{
    public const string Password = "correct horse battery";
    public const string AddressHeader = "X-Test-Address";

    private readonly WebApplication _app;
    private readonly TempDirectory? _ownDirectory;

    private AccessHost(WebApplication app, TestClock clock, LogCapture logs, TempDirectory directory, bool ownsDirectory)
    {
        (_app, Clock, Logs, Directory) = (app, clock, logs, directory);
        _ownDirectory = ownsDirectory ? directory : null;
    }

    public TestClock Clock { get; }

    public LogCapture Logs { get; }

    public TempDirectory Directory { get; }

    public IServiceProvider Services => _app.Services;

    public string SetupToken => File.ReadAllText(Directory.File("setup-token")).Trim();

    public static async Task<AccessHost> StartAsync(
        TempDirectory? directory = null,
        TestClock? clock = null,
        Action<WebApplicationBuilder>? configure = null,
        params (string Key, string Value)[] settings)
    {
        var data = directory ?? new TempDirectory();
        var time = clock ?? new TestClock();
        var logs = new LogCapture();

        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection([new("Pulse:DataDirectory", data.Path)]);
        builder.Configuration.AddInMemoryCollection(
            settings.Select(setting => new KeyValuePair<string, string?>(setting.Key, setting.Value)));
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs);
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddRoutingCore();
        builder.Services.AddOpenApi();
        builder.Services.AddDataProtection().PersistKeysToFileSystem(new(data.File("keys")));
        builder.Services.AddAccess(
            builder.Configuration, (_, options) => options.UseSqlite($"Data Source={data.File("pulse.db")};Pooling=False"));
        builder.Services.UseQuickPasswordHash();
        configure?.Invoke(builder);

        var app = builder.Build();
        app.Use((context, next) =>
        {
            context.Connection.RemoteIpAddress = IPAddress.Parse(context.Request.Headers[AddressHeader].FirstOrDefault() ?? "192.0.2.1");
            return next(context);
        });
        app.UseExceptionHandler();
        app.UseAccess();
        app.MapAccess();
        app.MapOpenApi().AllowAnonymous();
        TestEndpoints.Map(app);

        await app.Services.MigrateAccessAsync(TestContext.Current.CancellationToken);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new AccessHost(app, time, logs, data, ownsDirectory: directory is null);
    }

    /// <summary>A host with an admin, whose password is <see cref="Password"/>.</summary>
    public static Task<AccessHost> StartWithAdminAsync(params (string Key, string Value)[] settings) =>
        StartAsync(settings: [("Pulse:Admin:Password", Password), .. settings]);

    /// <summary>A browser: it keeps cookies.</summary>
    public ApiClient Browser(string address = "192.0.2.1", bool https = false)
    {
        var cookies = new CookieContainerHandler { InnerHandler = _app.GetTestServer().CreateHandler() };
        var http = new HttpClient(cookies) { BaseAddress = new(https ? "https://pulse.test" : "http://pulse.test") };
        http.DefaultRequestHeaders.Add(AddressHeader, address);
        return new ApiClient(http, cookies.Container);
    }

    /// <summary>A script: it sends an API token.</summary>
    public ApiClient Script(string token)
    {
        var client = Browser();
        client.Http.DefaultRequestHeaders.Add("Authorization", $"Bearer {token}");
        return client;
    }

    /// <summary>A browser with the session and the antiforgery token of the admin.</summary>
    public async Task<ApiClient> SignedInAsync()
    {
        var browser = Browser();
        await browser.SignInAsync(Password);
        await browser.TakeAntiforgeryTokenAsync();
        return browser;
    }

    public async Task<T> QueryAsync<T>(Func<AccessDbContext, Task<T>> query)
    {
        await using var scope = Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<AccessDbContext>());
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _ownDirectory?.Dispose();
    }
}
