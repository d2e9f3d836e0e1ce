using Pulse.Testing;

namespace Pulse.Host.Tests;

public sealed class ApiDocumentTests
{
    [Fact]
    public async Task The_copy_of_the_API_document_is_up_to_date()
    {
        await using var host = PulseHost.Start();
        using var client = host.CreateClient();

        var served = await client.GetStringAsync(new Uri("openapi/v1.json", UriKind.Relative));

        var kept = await File.ReadAllTextAsync(Repository.PathOf("docs", "openapi.json"));
        served.Trim().Should().Be(kept.Trim(), "docs/openapi.json has to be written anew with eng/openapi.sh after a change of the API");
    }

    [Fact]
    public async Task Swagger_UI_shows_the_document_to_whoever_has_a_right_to_it()
    {
        await using var host = PulseHost.Start();
        using var client = host.CreateClient();

        var page = await client.GetStringAsync(new Uri("swagger/index.html", UriKind.Relative));

        page.Should().Contain("swagger-ui");
    }
}
