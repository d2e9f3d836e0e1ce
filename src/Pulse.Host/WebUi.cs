using System.IO.Compression;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.FileProviders;
using Pulse.Access.Http;

namespace Pulse.Host;

/// <summary>
/// Serves the built UI to everybody: its files under <c>/assets</c>, and its page under every address that is nobody else's.
/// What the page shows comes from the API, which asks who is there.
/// </summary>
internal static class WebUi
{
    private const string Page = "index.html";

    // These keep their own answers, above all the 401 of an unknown API address.
    private static readonly string[] OthersAddresses = ["/api", "/openapi", "/swagger", "/healthz", "/readyz"];

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void AddWebUi(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(WebUiFiles.BesideTheProgram());

        // Over HTTPS, too: these files are public. Only they pass the middleware. An answer that holds a secret beside what a
        // stranger chose must not be compressed, or its length tells the secret away (BREACH); so /api never is.
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

        // The name of an asset holds a hash of what is in it.
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

    /// <summary>The middleware for static files serves only what has no endpoint, so it gets a pipeline of its own.</summary>
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
