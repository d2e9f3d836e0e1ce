using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Pulse.Access.Audit;
using Pulse.Access.Authorization;
using Pulse.Access.Credentials;
using Pulse.Access.Http;
using Pulse.Access.Setup;
using Pulse.Access.SignIn;
using Pulse.Access.Storage;
using Pulse.Access.Tokens;

namespace Pulse.Access;

/// <summary>The access rights: sign-in, API tokens, scopes, audit, and the response headers that protect a browser.</summary>
public static class AccessModule
{
    /// <summary>Registers the module.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">
    /// Uses <c>Pulse:Access:BootstrapToken</c>, <c>Pulse:Admin:Password</c> and <c>Pulse:DataDirectory</c>; a wrong value
    /// stops the start.
    /// </param>
    /// <param name="useDatabase">Chooses the EF Core provider. The module's migrations run on every relational one.</param>
    public static IServiceCollection AddAccess(
        this IServiceCollection services, IConfiguration configuration, Action<IServiceProvider, DbContextOptionsBuilder> useDatabase)
    {
        services.AddOptions<AccessOptions>().Configure(options => options.Read(configuration)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AccessOptions>, AccessOptionsValidation>());

        services.AddDbContext<AccessDbContext>(useDatabase);
        services.AddProblemDetails();

        // JSON members match in any case, so "Password" could silently replace "password" in the same body.
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.AllowDuplicateProperties = false);
        services.AddHttpContextAccessor();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IPasswordHasher<AdminAccount>, PasswordHasher<AdminAccount>>();
        services.TryAddSingleton<RequestActor>();
        services.TryAddSingleton<IAuditTrail, AuditTrail>();

        services.TryAddSingleton<SteadyClock>();
        services.TryAddSingleton<Lifetimes>();
        services.TryAddScoped<AdminAccounts>();
        services.TryAddScoped<PasswordCheck>();
        services.TryAddScoped<SessionEvents>();
        services.TryAddScoped<ApiTokens>();
        services.TryAddScoped<AuditReader>();
        services.TryAddSingleton<SetupToken>();
        services.AddHostedService<FirstStart>();

        services.AddAuthentication(Schemes.Default)
            .AddPolicyScheme(Schemes.Default, null, options => options.ForwardDefaultSelector = Schemes.Pick)
            .AddCookie(Schemes.Session, Session.Configure)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(Schemes.Token, null);

        services.AddAccessPolicies();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, Refusals>();
        services.AddAntiforgery(SessionAntiforgery.Configure);
        services.AddRateLimiter(options => options.AddPolicy<IPAddress, SignInRateLimit>(SignInRateLimit.Name));
        return services;
    }

    /// <summary>
    /// Adds the security headers, the rate limiter, authentication, authorization and the antiforgery check, in this order.
    /// </summary>
    /// <remarks>
    /// Call this method after the exception handler and before everything that answers. An answer without an endpoint, such as
    /// Swagger UI, is open to every signed-in user. A public answer, such as the files of the UI, needs an endpoint with
    /// <c>AllowAnonymous()</c>.
    /// </remarks>
    /// <param name="app">The application.</param>
    public static WebApplication UseAccess(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseSessionAntiforgery();
        return app;
    }

    /// <summary>Maps the module's routes, all below <c>/api/access</c>.</summary>
    /// <param name="endpoints">The builder that gets the routes.</param>
    public static IEndpointRouteBuilder MapAccess(this IEndpointRouteBuilder endpoints)
    {
        var access = endpoints.MapApi("/api/access", "Access");

        var open = access.MapGroup("").AllowAnonymous().RequireRateLimiting(SignInRateLimit.Name).WithProblems(ProblemCode.RateLimited);
        open.MapSetup();
        open.MapSignIn();

        var admin = access.MapGroup("").RequirePolicy(AccessPolicies.Admin);
        admin.MapSession();
        admin.MapPassword();
        admin.MapTokens();

        access.MapGroup("").RequirePolicy(AccessPolicies.SettingsRead).MapAudit();
        return endpoints;
    }

    /// <summary>Brings the module's tables up to date. The host calls it once, before it starts.</summary>
    /// <param name="services">The built host's services.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    public static async Task MigrateAccessAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<AccessDbContext>();
        await database.Database.MigrateAsync(cancellationToken);
        await TokenNames.AssignAsync(database, services.GetRequiredService<TimeProvider>().GetUtcNow(), cancellationToken);
    }
}
