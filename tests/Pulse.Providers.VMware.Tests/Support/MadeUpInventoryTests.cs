using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Pulse.Simulation;

namespace Pulse.Providers.VMware.Tests.Support;

/// <summary>Tests with invented updates. The name of each object contains its id.</summary>
public abstract class MadeUpInventoryTests : VCenterTests
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        On("GET name", FaultAction.With((http, _) =>
            http.Response.WriteAsync(JsonSerializer.Serialize($"name of {http.Request.Path.Value!.Split('/')[^2]}"))));
    }
}
