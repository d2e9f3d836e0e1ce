using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Pulse.Access.Tests.Support;

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

    /// <summary>The text of the token.</summary>
    public async Task<string> CreateTokenAsync(string name, int? expiresInDays = null, params string[] scopes)
    {
        var created = await PostAsync("/api/access/tokens", new { name, scopes, expiresInDays });
        created.Status.Should().Be(HttpStatusCode.Created);
        return created.Text("token")!;
    }
}
