using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Pulse.Simulation.Tests;

/// <summary>Speaks to a simulator as Pulse would, with the certificate pinned.</summary>
internal sealed class SimulatorClient : IDisposable
{
    private readonly VCenterSimulator _simulator;
    private readonly HttpClient _http;

    public SimulatorClient(VCenterSimulator simulator)
    {
        _simulator = simulator;
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) =>
            certificate!.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256) == simulator.Thumbprint.Replace(":", "", StringComparison.Ordinal);
        _http = new HttpClient(handler) { BaseAddress = simulator.Url };
    }

    /// <summary>Sent with every request when set.</summary>
    public string? Token { get; set; }

    public string Vim => $"/sdk/vim25/{_simulator.Options.Profile.Release}";

    public Task<Reply> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Reply> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public Task<Reply> PostAsync(string path, string? body = null) => SendAsync(HttpMethod.Post, path, body);

    public Task<Reply> ReadAsync(string type, string moId, string property) =>
        GetAsync($"{Vim}/{type}/{Uri.EscapeDataString(moId)}/{property}");

    public Task<Reply> ReadAsync(ManagedEntity entity, string property) =>
        ReadAsync(entity.Reference.Type, entity.Reference.Value, property);

    public Task<Reply> CallAsync(string type, string moId, string method, object? arguments = null) =>
        PostAsync($"{Vim}/{type}/{Uri.EscapeDataString(moId)}/{method}", arguments as string ?? (arguments is null ? null : JsonSerializer.Serialize(arguments)));

    public Task<Reply> CreateSessionAsync(string? password = null) =>
        SendAsync(HttpMethod.Post, "/api/session", authorization: Basic(_simulator.Options.UserName, password ?? _simulator.Options.Password));

    public Task<Reply> LoginAsync(string? password = null) => CallAsync(
        "SessionManager", "SessionManager", "Login", new { userName = _simulator.Options.UserName, password = password ?? _simulator.Options.Password });

    public Task<Stream> StreamAsync(string path) => _http.GetStreamAsync(path);

    public async Task<Reply> SendAsync(
        HttpMethod method, string path, string? body = null, AuthenticationHeaderValue? authorization = null, CancellationToken ct = default)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = authorization;
        request.Headers.UserAgent.ParseAdd("Pulse/test");
        if (Token is not null)
        {
            request.Headers.Add("vmware-api-session-id", Token);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using var response = await _http.SendAsync(request, ct);
        var text = await response.Content.ReadAsStringAsync(ct);
        return new(response.StatusCode, text, response.Headers, response.Content.Headers.ContentType?.MediaType);
    }

    public static AuthenticationHeaderValue Basic(string userName, string password) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{userName}:{password}")));

    public void Dispose() => _http.Dispose();
}
