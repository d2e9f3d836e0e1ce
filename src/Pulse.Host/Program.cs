using Pulse.Access;
using Pulse.Host;
using Pulse.Host.Proving;
using Pulse.Host.Starting;
using Pulse.Host.Storage;
using Pulse.PlatformConnections;
using Pulse.Providers.VMware;

return ProductVersion.IsAsked(args) ? ProductVersion.Print()
    : Prove.IsAsked(args) ? await Prove.RunAsync(args, Compose)
    : await HostRun.RunAsync(() => Compose(args));

static WebApplication Compose(string[] args, Action<WebApplicationBuilder>? change = null)
{
    // The settings file is next to the program, whatever the working directory is.
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });

    builder.AddHostLogging();
    builder.AddReverseProxy();
    builder.AddTelemetry();
    builder.AddErrorHandling();
    builder.AddJsonFormat();
    builder.AddApiDocument();
    builder.AddWebUi();
    var useDatabase = builder.AddDatabase();

    builder.Services.AddAccess(builder.Configuration, useDatabase);
    builder.Services.AddPlatformConnections(builder.Configuration, useDatabase);
    builder.Services.AddVMware();
    change?.Invoke(builder);

    var app = builder.Build();

    app.UseRequestLogging();
    app.UseErrorHandling();
    app.UseAccess();

    app.MapAccess();
    app.MapPlatformConnections();
    app.MapVersion();
    app.MapApiDocument();
    app.MapHealth();
    app.MapWebUi();

    return app;
}
