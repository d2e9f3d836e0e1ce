using Microsoft.AspNetCore.Builder;
using Pulse.Access.Audit;
using Pulse.Access.Authorization;

namespace Pulse.Access.Tests.Support;

/// <summary>Routes that stand for those of other modules: one for each policy, one without a policy, and one that fails.</summary>
internal static class TestEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/api/test/read", () => "read").RequireAuthorization(AccessPolicies.SettingsRead);
        app.MapPost("/api/test/write", () => "written").RequireAuthorization(AccessPolicies.SettingsWrite);
        app.MapPost("/api/test/audited", async (IAuditTrail audit, CancellationToken cancellationToken) =>
        {
            await audit.RecordAsync(
                new()
                {
                    Action = "connection_update",
                    Outcome = "succeeded",
                    Platform = "vmware",
                    ConnectionId = Guid.Parse("01988f0e-0000-7000-8000-000000000001"),
                    ConnectionName = "Lab vCenter",
                    Fields = ["host", "password"],
                    Detail = "From vcsa1 to vcsa2.",
                },
                cancellationToken);
            return "done";
        }).RequireAuthorization(AccessPolicies.SettingsWrite);
        app.MapGet("/api/test/forgotten", () => "never");
        app.MapGet("/api/test/unnamed", () => "admin only").RequireAuthorization();
        app.MapGet("/api/test/fails", string () => throw new InvalidOperationException("boom")).AllowAnonymous();
        app.MapGet("/swagger/index.html", () => "swagger").AllowAnonymous();
        app.MapGet("/", () => "ui").AllowAnonymous();
    }
}
