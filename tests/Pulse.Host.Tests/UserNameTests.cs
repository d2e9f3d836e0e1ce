using System.Net;
using System.Text.Json.Nodes;
using Pulse.Host.Tests.Reports;

namespace Pulse.Host.Tests;

public sealed class UserNameTests(ReportHost host) : IClassFixture<ReportHost>
{
    [Fact]
    public async Task A_user_name_with_a_colon_is_refused_with_the_reason()
    {
        var draft = new JsonObject
        {
            ["name"] = "Lab",
            ["host"] = "vcsa.lab.example",
            ["username"] = "vsphere.local:svc-pulse",
            ["password"] = "made up",
        };

        var problem = await host.PostAsync("/test", draft, HttpStatusCode.BadRequest);

        problem["errors"]!["username"]!.AsArray().Should().ContainSingle().Which!.GetValue<string>().Should().Be(
            "Must not contain ':': HTTP Basic authentication, by which Pulse logs in, ends the name at the first colon. Use an account without one.");
    }
}
