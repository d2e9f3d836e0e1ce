using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Pulse.Host;

/// <summary><c>/healthz</c>: the process answers. <c>/readyz</c>: it can also write to its store.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/readyz").AllowAnonymous();
    }
}
