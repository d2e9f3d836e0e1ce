using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Pulse.Host;

/// <summary><c>/healthz</c>: the process answers. <c>/readyz</c>: the process can also use its store.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/readyz").AllowAnonymous();
    }
}
