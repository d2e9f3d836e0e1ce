using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Checks;
using Pulse.Providers.VMware.Sessions;

namespace Pulse.Providers.VMware;

/// <summary>The declaration of VMware vCenter: its fields, steps, counts and words.</summary>
internal static class VCenterDeclaration
{
    public const string Key = "vmware";

    public static PlatformDescriptor Platform { get; } = new()
    {
        Key = Key,
        DisplayName = "VMware vCenter",
        ShortName = "VMware",
        SystemNoun = "vCenter",
        HostPlaceholder = "vcsa.lab.example",
        Introduction = WithoutMarkers(ReadText("introduction.md")),
        // claim: no_esxi, no_agent
        Notes =
        [
            "ESXi hosts are not connected directly: enter the vCenter that manages them.",
            "No agent has to be installed: Pulse reads everything over the API of the vCenter.",
        ],
        Fields =
        [
            new(VCenterAccount.UserNameField, ConnectionFieldKind.Text, "User name", "The account that Pulse logs in as; Read-only at the vCenter root is enough.")
            {
                Example = "svc-pulse@vsphere.local",
                Hint = "An account with the role Read-only at the vCenter root is enough.",
                Placeholder = "svc-pulse@vsphere.local",
                IdentifiesAccount = true,
                Forbidden = new(":", "HTTP Basic authentication, by which Pulse logs in, ends the name at the first colon. Use an account without one."),
            },
            new(VCenterAccount.PasswordField, ConnectionFieldKind.Secret, "Password", "The password of the account.") { Example = "correct horse battery staple" },
        ],
        // The default policy of vCenter Single Sign-On.
        LoginLimits = new(5, TimeSpan.FromSeconds(180)),
        // The default domain of vCenter Single Sign-On, and the users of the appliance itself. An account without a
        // domain belongs to the default identity source, which may be a directory.
        LocalAccountDomains = ["vsphere.local", "localos"],
        Words = new Dictionary<FailureCategory, CategoryWords>
        {
            [FailureCategory.AuthInvalid] = new(
                Remedy: "Check the credentials, or unlock the account. The login is not tried again at once, so that the account is not locked."),
            [FailureCategory.PermissionDenied] = new(Remedy: "Give the account a read-only role at the root that propagates to everything below."),
        },
        Steps =
        [
            .. EndpointConnector.Steps,
            new("version", "Read the version"),
            new("automation_session", "Log in to the Automation API") { SendsCredential = true },
            new("vi_json_session", "Log in to the VI JSON API") { SendsCredential = true },
            new(VCenterSignIn.Identity, "Identify the vCenter"),
            new("inventory", "Read the inventory"),
            new(VCenterChecks.Privileges, "Compare the privileges"),
        ],
        IdentityStep = VCenterSignIn.Identity,
        OptionalSteps =
        [
            new("datastores", "Read the datastores"),
            new("alarms", "Read the alarms"),
            new("events", "Read the events"),
            new("snapshots", "Read the snapshots"),
            new("performance", "Read the statistics"),
        ],
        Counts =
        [
            new(ContributionKind.Agent, "host", "hosts"),
            new(ContributionKind.Vm, "VM", "VMs"),
            new(ContributionKind.Storage, "datastore", "datastores"),
        ],
        Topology =
        [
            new("datacenters", "Datacenters", "Datacenters."),
            new("clusters", "Clusters", "Clusters of hosts."),
            new("folders", "Folders", "Folders of every type, the root folder not counted."),
            new("resourcePools", "Resource pools", "Resource pools and vApps."),
            new("networks", "Networks", "Networks and port groups."),
        ],
        Details =
        [
            new("apiRelease", "vSphere API release", "The vSphere API release that Pulse and the vCenter agreed on."),
            new("sessionSharing", "Session sharing", "Whether one session serves both API families (shared) or each needs its own (separate).")
            {
                Meanings = new Dictionary<string, string>
                {
                    ["shared"] = "One session serves both API families",
                    ["separate"] = "Each API family has a session of its own",
                },
            },
            new("templateCount", "Templates", "Virtual machine templates, which are not counted as machines."),
        ],
        ReleaseDetail = "apiRelease",
        ReleaseProofs =
        [
            Simulated("8.0.1.0"), Simulated("8.0.2.0"), Simulated("8.0.3.0"), Simulated("8.0.3.1"), Simulated("9.0.0.0"), Simulated("9.1.0.0"), Simulated("9.1.1.0"),
        ],
        ProofPage = ReadText("proof-matrix.md"),
    };

    // The matrix has the same levels, and a test compares the two.
    private static ReleaseProof Simulated(string release) => new(release, ProofLevel.Simulated);

    // The markers of claims are for the test that compares them with the matrix.
    private static string WithoutMarkers(string markdown) =>
        string.Join('\n', markdown.Split('\n').Where(line => !line.StartsWith("<!--", StringComparison.Ordinal))).Trim();

    private static string ReadText(string name)
    {
        using var text = new StreamReader(typeof(VCenterDeclaration).Assembly.GetManifestResourceStream(name)!);
        return text.ReadToEnd();
    }
}
