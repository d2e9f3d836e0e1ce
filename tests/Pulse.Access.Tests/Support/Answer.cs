using System.Net;
using System.Text.Json;

namespace Pulse.Access.Tests.Support;

internal sealed record Answer(HttpResponseMessage Response, JsonElement Body)
{
    public HttpStatusCode Status => Response.StatusCode;

    public string? Code => Text("code");

    public string? Text(string member) => Body.TryGetProperty(member, out var value) ? value.ToString() : null;

    public string? Header(string name) =>
        Response.Headers.TryGetValues(name, out var values) || Response.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : null;

    /// <summary>The fields in the member <c>errors</c>.</summary>
    public IEnumerable<string> FaultyFields => Body.GetProperty("errors").EnumerateObject().Select(fault => fault.Name);

    public void ShouldBeProblem(HttpStatusCode status, string code)
    {
        Status.Should().Be(status);
        Code.Should().Be(code);
        Response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        Body.GetProperty("status").GetInt32().Should().Be((int)status);
        Text("title").Should().NotBeNullOrEmpty();
    }
}
