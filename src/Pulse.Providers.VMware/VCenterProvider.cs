using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Polly;
using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Checks;
using Pulse.Providers.VMware.Http;
using Pulse.Providers.VMware.Sessions;
using Pulse.Providers.VMware.Telemetry;

namespace Pulse.Providers.VMware;

/// <summary>What VMware vCenter is to Pulse.</summary>
internal sealed class VCenterProvider(
    EndpointConnector connector, TimeProvider clock, IMeterFactory meters, ILogger<VCenterProvider> logger) : IPlatformProvider
{
    public const string Key = "vmware";
    public const string UserNameField = "username";
    public const string PasswordField = "password";

    private readonly VCenterMetrics _metrics = new(meters);
    private readonly ResiliencePipeline _reads = ReadRetries.Pipeline(clock);

    public PlatformDescriptor Platform { get; } = new()
    {
        Key = Key,
        DisplayName = "VMware vCenter",
        SystemNoun = "vCenter",
        Fields =
        [
            new(UserNameField, ConnectionFieldKind.Text, "The account that Pulse logs in as; Read-only at the vCenter root is enough.", "svc-pulse@vsphere.local")
            {
                IdentifiesAccount = true,
                Forbidden = new(":", "HTTP Basic authentication, by which Pulse logs in, ends the name at the first colon. Use an account without one."),
            },
            new(PasswordField, ConnectionFieldKind.Secret, "The password of the account.", "correct horse battery staple"),
        ],
        Steps = [.. EndpointConnector.Steps, .. VCenterSignIn.Steps, "inventory", VCenterChecks.Privileges],
        // The domain of vCenter Single Sign-On as it is installed, and the users of the appliance itself. An account without a
        // domain belongs to the default identity source, which may be a directory.
        LocalAccountDomains = ["vsphere.local", "localos"],
        IdentityStep = VCenterSignIn.Identity,
        OptionalSteps = VCenterChecks.Reads,
        Topology = new Dictionary<string, string>
        {
            ["datacenters"] = "Datacenters.",
            ["clusters"] = "Clusters of hosts.",
            ["folders"] = "Folders of every type, the root folder not counted.",
            ["resourcePools"] = "Resource pools and vApps.",
            ["networks"] = "Networks and port groups.",
        },
        Details = new Dictionary<string, string>
        {
            ["apiRelease"] = "The vSphere API release that Pulse and the vCenter agreed on.",
            ["sessionSharing"] = "Whether one session serves both API families (shared) or each needs its own (separate).",
            ["templateCount"] = "Virtual machine templates, which are not counted as machines.",
        },
        ReleaseDetail = "apiRelease",
        ReleaseProofs =
        [
            Simulated("8.0.1.0"), Simulated("8.0.2.0"), Simulated("8.0.3.0"), Simulated("8.0.3.1"), Simulated("9.0.0.0"), Simulated("9.1.0.0"), Simulated("9.1.1.0"),
        ],
        ProofPage = ReadMatrix(),
    };

    // How far each release is proven stands in the matrix, too, and a test compares the two.
    private static ReleaseProof Simulated(string release) => new(release, ProofLevel.Simulated);

    private static string ReadMatrix()
    {
        using var matrix = new StreamReader(typeof(VCenterProvider).Assembly.GetManifestResourceStream("proof-matrix.md")!);
        return matrix.ReadToEnd();
    }

    public IPlatformSession CreateSession(ConnectionTarget target) =>
        new VCenterSession(target, connector, _reads, _metrics, clock, logger);
}
