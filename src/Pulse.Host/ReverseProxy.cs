using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Pulse.Host;

/// <summary>
/// Trusts the forwarded headers of known proxies only: scheme, address, host and prefix. The prefix is the path
/// below which browsers see Pulse.
/// </summary>
internal static class ReverseProxy
{
    public static void AddReverseProxy(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<HttpOptions>().Configure(options => options.Read(builder.Configuration)).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<HttpOptions>, HttpOptionsValidation>();

        // ASPNETCORE_FORWARDEDHEADERS_ENABLED adds a middleware of the framework that trusts every sender.
        builder.Services.PostConfigure<ForwardedHeadersOptions>(options => options.ForwardedHeaders = ForwardedHeaders.None);
        builder.Services.AddSingleton<IStartupFilter, First>();
    }

    /// <summary>Runs before the routing, which the framework puts before all middleware of the program.</summary>
    private sealed class First(IOptions<HttpOptions> options) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            if (options.Value.KnownProxies.Count > 0)
            {
                app.UseForwardedHeaders(Forwarded(options.Value));
            }

            app.Use((context, following) =>
            {
                See(context.Request, options.Value.PublicUrl);
                return following(context);
            });
            next(app);
        };

        private static ForwardedHeadersOptions Forwarded(HttpOptions options)
        {
            var forwarded = new ForwardedHeadersOptions
            {
                ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto
                    | ForwardedHeaders.XForwardedHost | ForwardedHeaders.XForwardedPrefix,
                ForwardLimit = null, // No limit: the known proxies decide.
            };
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var network in options.KnownProxies)
            {
                forwarded.KnownIPNetworks.Add(network);
            }

            return forwarded;
        }

        private static void See(HttpRequest request, Uri? publicUrl)
        {
            if (publicUrl is not null)
            {
                request.Scheme = publicUrl.Scheme;
                request.Host = HostString.FromUriComponent(publicUrl);
                request.PathBase = PathString.FromUriComponent(publicUrl.AbsolutePath.TrimEnd('/'));
            }

            // Some proxies remove the prefix from the path, others leave it there.
            if (request.PathBase.HasValue && request.Path.StartsWithSegments(request.PathBase, StringComparison.Ordinal, out var rest))
            {
                request.Path = rest.HasValue ? rest : "/";
            }
        }
    }
}
