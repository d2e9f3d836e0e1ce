using System.IO.Compression;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.FileProviders;
using Pulse.Access.Http;

namespace Pulse.Host;

/// <summary>
/// Serves the built UI without credentials: its files under <c>/assets</c>, and its page under every address that has no other endpoint.
/// The page gets its content from the API, which checks the credentials.
/// </summary>
internal static class WebUi
{
    private const string Page = "index.html";

    // These addresses keep their own answers, above all the 401 of an unknown API address.
    private static readonly string[] OthersAddresses = ["/api", "/openapi", "/swagger", "/healthz", "/readyz"];

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void AddWebUi(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(WebUiFiles.BesideTheProgram());

        // Compressed over HTTPS too: these files are public, and only they pass this middleware. An answer that contains both a secret and
        // text of an attacker must not be compressed, because its length reveals the secret (BREACH). So /api is never compressed.
        builder.Services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"];
        });
        builder.Services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        builder.Services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
    }

    public static void MapWebUi(this WebApplication app)
    {
        var files = app.Services.GetRequiredService<WebUiFiles>().Provider;

        // The name of an asset contains a hash of its content.
        app.MapMethods("/assets/{**path}", Methods, app.ServeFiles(files, "public, max-age=31536000, immutable", path => path))
            .Describe("Settings UI: assets");

        var page = app.ServeFiles(files, "no-cache", _ => $"/{Page}");
        app.Map(
                RoutePatternFactory.Parse("/{*path:nonfile}", defaults: null, parameterPolicies: new { path = new UiAddress() }),
                context => files.GetFileInfo(Page) switch
                {
                    { Exists: false } => NotBuilt().ExecuteAsync(context),
                    var file when context.Request.PathBase.HasValue => UiPage.ServeAsync(context, file),
                    _ => page(context),
                })
            .WithMetadata(new HttpMethodMetadata(Methods))
            .Describe("Settings UI: page")
            .Add(endpoint => ((RouteEndpointBuilder)endpoint).Order = int.MaxValue);
    }

    /// <summary>The middleware for static files serves only requests without an endpoint, so it gets a separate pipeline.</summary>
    private static RequestDelegate ServeFiles(this WebApplication app, IFileProvider files, string cacheControl, Func<PathString, PathString> choose)
    {
        var branch = ((IApplicationBuilder)app).New();
        branch.Use((context, next) =>
        {
            context.SetEndpoint(null);
            context.Request.Path = choose(context.Request.Path);
            return next(context);
        });
        branch.UseResponseCompression();
        branch.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = cacheControl,
        });
        return branch.Build();
    }

    private static IEndpointConventionBuilder Describe(this IEndpointConventionBuilder endpoint, string name) =>
        endpoint.AllowAnonymous().WithDisplayName(name).ExcludeFromDescription();

    private static ProblemHttpResult NotBuilt() => ApiProblem.Create(
        ProblemCode.UiNotBuilt,
        "The settings UI is not built.",
        "Install Node.js and build Pulse.Host again; the API works without it, see /swagger.");

    private sealed class UiAddress : IRouteConstraint
    {
        public bool Match(
            HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection)
        {
            var path = new PathString($"/{values[routeKey]}");
            return !OthersAddresses.Any(address => path.StartsWithSegments(address, StringComparison.OrdinalIgnoreCase));
        }
    }
}
