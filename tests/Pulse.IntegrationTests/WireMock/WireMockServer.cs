using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Pulse.IntegrationTests.Support;

[assembly: AssemblyFixture(typeof(Pulse.IntegrationTests.WireMock.WireMockServer))]
// One server for all tests: each sets the stubs it needs, so that no two may run at once.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly)]

namespace Pulse.IntegrationTests.WireMock;

/// <summary>The WireMock process that stands for vCenter servers: one for all tests, on free ports, under a certificate of its own.</summary>
public sealed partial class WireMockServer : IAsyncLifetime
{
    private const string NotSetUp = "WireMock cannot be started: run eng/test.sh, which sets up WireMock and a Java runtime.";
    private const string KeystorePassword = "keystore";

    // The process ends with its standard input, so that it also ends when the tests are killed.
    private const string EndWithInput = """ "$@" & exec >/dev/null 2>&1; read -r _; kill -9 $!; wait """;

    private readonly X509Certificate2 _certificate = SelfSigned.Certificate();
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("pulse-wiremock-");
    private Process? _process;

    public int HttpPort { get; private set; }

    public int HttpsPort { get; private set; }

    public Uri Address => new($"http://127.0.0.1:{HttpPort}/");

    /// <summary>The SHA-256 thumbprint, as an administrator reads it off the system.</summary>
    public string Thumbprint => SelfSigned.ThumbprintOf(_certificate);

    public async ValueTask InitializeAsync()
    {
        var keystore = Path.Combine(_directory.FullName, "keystore.p12");
        await File.WriteAllBytesAsync(keystore, _certificate.Export(X509ContentType.Pkcs12, KeystorePassword));
        _process = Process.Start(new ProcessStartInfo("/bin/sh")
        {
            ArgumentList =
            {
                "-c", EndWithInput, "sh",
                "java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-Dfile.encoding=UTF-8",
                "-jar", FindJar(),
                "--port", "0", "--https-port", "0", "--bind-address", "127.0.0.1",
                "--https-keystore", keystore, "--keystore-type", "PKCS12",
                "--keystore-password", KeystorePassword, "--key-manager-password", KeystorePassword,
                "--root-dir", Path.Combine(AppContext.BaseDirectory, "Stubs"),
                "--disable-banner", "--disable-request-logging",
            },
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await ReadPortsAsync(_process);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.StandardInput.Close();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        _directory.Delete(recursive: true);
        _certificate.Dispose();
    }

    private static string FindJar()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Pulse.sln")))
        {
            root = root.Parent;
        }

        var directory = Path.Combine(root?.FullName ?? "", "tests", "Pulse.IntegrationTests", "node_modules", "wiremock", "build");
        return Directory.Exists(directory) && Directory.GetFiles(directory, "wiremock-standalone-*.jar") is [var jar, ..]
            ? jar
            : throw new InvalidOperationException(NotSetUp);
    }

    /// <summary>WireMock prints its ports once it serves.</summary>
    private async Task ReadPortsAsync(Process process)
    {
        var errors = process.StandardError.ReadToEndAsync();
        while (HttpPort == 0 || HttpsPort == 0)
        {
            if (await process.StandardOutput.ReadLineAsync() is not { } line)
            {
                throw new InvalidOperationException($"{NotSetUp} It said: {await errors}");
            }

            if (Port().Match(line) is { Success: true } found)
            {
                var port = int.Parse(found.Groups["number"].Value);
                (HttpPort, HttpsPort) = found.Groups["https"].Success ? (HttpPort, port) : (port, HttpsPort);
            }
        }

        _ = process.StandardOutput.ReadToEndAsync();
    }

    [GeneratedRegex("^(?<https>https-)?port: +(?<number>[0-9]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Port();
}
