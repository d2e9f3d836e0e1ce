using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Pulse.Testing;

namespace Pulse.Host.Tests;

/// <summary>The real nginx, with the configuration that the documentation gives.</summary>
public sealed partial class NginxTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("pulse-nginx-").FullName;

    private X509Certificate2? _certificate;

    public void Dispose()
    {
        _certificate?.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task Pulse_works_below_a_path_behind_nginx_as_documented()
    {
        await using var host = PulseHost.Start(
            settings: new Dictionary<string, string> { ["Pulse:Http:KnownProxies"] = "127.0.0.1", ["Pulse:Admin:Password"] = "a-long-password" },
            listen: true);
        var port = FreePort();
        using var nginx = await StartAsync(port, host.Address.Port);
        try
        {
            using var browser = BrowserAt(port);
            await Eventually.GetAsync(() => AnswersAsync(browser), answers => answers);

            using var bare = await browser.GetAsync(new Uri("/pulse", UriKind.Relative));
            using var signedIn = await browser.PostAsJsonAsync("/pulse/api/access/sign-in", new { userName = "admin", password = "a-long-password" });

            bare.StatusCode.Should().Be(HttpStatusCode.PermanentRedirect);
            signedIn.StatusCode.Should().Be(HttpStatusCode.OK, await signedIn.Content.ReadAsStringAsync());
            signedIn.Headers.GetValues("Set-Cookie").Should().Contain(cookie => cookie.StartsWith("pulse_session=", StringComparison.Ordinal)
                && cookie.Contains("; secure", StringComparison.Ordinal) && cookie.Contains("path=/pulse;", StringComparison.Ordinal));
            browser.DefaultRequestHeaders.Authorization = new("Bearer", PulseHost.Token);
            browser.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.1");
            using var created = await browser.PostAsJsonAsync(
                "/pulse/api/vmware/connections", new { name = "Lab", host = "vcsa.lab.example", username = "u", password = "p", enabled = false });
            created.StatusCode.Should().Be(HttpStatusCode.Created);
            created.Headers.Location!.ToString().Should().StartWith("/pulse/api/vmware/connections/");
            var audit = (await browser.GetFromJsonAsync<JsonNode>("/pulse/api/access/audit"))!["entries"]!.AsArray();
            audit.Select(entry => entry!["actorAddress"]?.GetValue<string>()).Where(address => address is not null).Should()
                .OnlyContain(address => address == "127.0.0.2", "nginx stands on 127.0.0.1, and a client cannot forward an address of its own");
        }
        finally
        {
            nginx.Kill(entireProcessTree: true);
            await nginx.WaitForExitAsync();
        }
    }

    private async Task<Process> StartAsync(int port, int upstream)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=monitoring.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        _certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        await File.WriteAllTextAsync(In("tls.crt"), _certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(In("tls.key"), key.ExportPkcs8PrivateKeyPem());

        var page = await File.ReadAllTextAsync(Repository.PathOf("docs", "reverse-proxy.md"));
        var server = Documented().Match(page).Groups["server"].Value
            .Replace("listen 443 ssl;", $"listen 127.0.0.1:{port} ssl;", StringComparison.Ordinal)
            .Replace("/etc/nginx/tls/monitoring.example.", In("tls."), StringComparison.Ordinal)
            .Replace("http://127.0.0.1:7655/", $"http://127.0.0.1:{upstream}/", StringComparison.Ordinal);
        server.Should().Contain($"{port}").And.Contain($"{upstream}").And.Contain(In("tls.key"), "all that belongs to this test was put in");
        var temporary = string.Concat(new[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }.Select(name => $"{name}_temp_path {In(name)};\n"));
        await File.WriteAllTextAsync(
            In("nginx.conf"),
            $"daemon off;\nmaster_process off;\npid {In("pid")};\nerror_log stderr;\nevents {{}}\nhttp {{\naccess_log off;\n{temporary}{server}}}\n");
        return Process.Start(new ProcessStartInfo("nginx", ["-p", _directory, "-e", "stderr", "-c", In("nginx.conf")]) { UseShellExecute = false })!;
    }

    // From another address than that of nginx, so that the two can be distinguished.
    private HttpClient BrowserAt(int port) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        SslOptions = { RemoteCertificateValidationCallback = (_, seen, _, _) => seen?.GetCertHashString() == _certificate?.GetCertHashString() },
        ConnectCallback = async (context, cancellationToken) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Parse("127.0.0.2"), 0));
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, context.DnsEndPoint.Port), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    {
        BaseAddress = new Uri($"https://monitoring.example:{port}/"),
    };

    private static async Task<bool> AnswersAsync(HttpClient browser)
    {
        try
        {
            using var response = await browser.GetAsync(new Uri("/pulse/healthz", UriKind.Relative));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private string In(string name) => Path.Combine(_directory, name);

    [GeneratedRegex("<!-- nginx -->\n```nginx\n(?<server>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Documented();
}
