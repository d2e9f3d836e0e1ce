using System.Net;
using System.Net.Http.Json;
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

    /// <summary>The fields named under errors.</summary>
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

internal sealed class ApiClient(HttpClient http, CookieContainer cookies)
{
    public HttpClient Http { get; } = http;

    public CookieContainer Cookies { get; } = cookies;

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public Task<Answer> PostAsync(string path, object? body = null) =>
        SendAsync(HttpMethod.Post, path, body is null ? null : JsonContent.Create(body));

    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        return new Answer(
            response, isJson ? JsonSerializer.Deserialize<JsonElement>(text) : JsonSerializer.SerializeToElement(new { text }));
    }

    public Task<Answer> TrySignInAsync(string password, string userName = "admin") =>
        PostAsync("/api/access/sign-in", new { userName, password });

    public async Task SignInAsync(string password)
    {
        var answer = await TrySignInAsync(password);
        answer.Status.Should().Be(HttpStatusCode.OK);
    }

    public async Task TakeAntiforgeryTokenAsync()
    {
        var session = await GetAsync("/api/access/session");
        session.Status.Should().Be(HttpStatusCode.OK);
        var header = session.Text("antiforgeryHeader")!;
        Http.DefaultRequestHeaders.Remove(header);
        Http.DefaultRequestHeaders.Add(header, session.Text("antiforgeryToken"));
    }

    /// <summary>The token's text.</summary>
    public async Task<string> CreateTokenAsync(string name, int? expiresInDays = null, params string[] scopes)
    {
        var created = await PostAsync("/api/access/tokens", new { name, scopes, expiresInDays });
        created.Status.Should().Be(HttpStatusCode.Created);
        return created.Text("token")!;
    }
}
