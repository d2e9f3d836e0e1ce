namespace Pulse.PlatformConnections.Platforms;

/// <summary>The declaration of a platform by its provider: the shared module derives routes, rules and documents from it.</summary>
public sealed record PlatformDescriptor
{
    /// <summary>The name in routes and in the database: lower-case letters, never changed. Example: <c>vmware</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The name for people. Example: <c>VMware vCenter</c>.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The noun for one system in a sentence. Example: <c>vCenter</c>.</summary>
    public required string SystemNoun { get; init; }

    /// <summary>The name on a tab, with little space; null for <see cref="DisplayName"/>. Example: <c>VMware</c>.</summary>
    public string? ShortName { get; init; }

    /// <summary>The work of a test and the needs of an account, in Markdown: shown before the first test.</summary>
    public required string Introduction { get; init; }

    /// <summary>Notes for an administrator before the form is filled in, one sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The example of a host that an empty field shows.</summary>
    public string HostPlaceholder { get; init; } = "system.lab.example";

    /// <summary>The ports, and whether HTTPS is required.</summary>
    public TransportPolicy Transport { get; init; } = new();

    /// <summary>The rule that locks an account on a system of this platform; null if there is none.</summary>
    public required LoginLimits? LoginLimits { get; init; }

    /// <summary>The platform's own words for failure categories.</summary>
    public IReadOnlyDictionary<FailureCategory, CategoryWords> Words { get; init; } = new Dictionary<FailureCategory, CategoryWords>();

    /// <summary>The shared counts that the systems have, with their nouns. Other counts are absent in answers.</summary>
    public required IReadOnlyList<PlatformCount> Counts { get; init; }

    /// <summary>The fields of a connection to this platform in addition to the shared ones, in the order of a form.</summary>
    public required IReadOnlyList<ConnectionField> Fields { get; init; }

    /// <summary>The steps of one read, in order; after a failed step the later ones are skipped.</summary>
    public required IReadOnlyList<PlatformStep> Steps { get; init; }

    /// <summary>The steps that only a test takes, after the read, in order.</summary>
    public IReadOnlyList<PlatformStep> OptionalSteps { get; init; } = [];

    /// <summary>The step that identifies the system. Here a test warns if the system is another one than before.</summary>
    public string? IdentityStep { get; init; }

    /// <summary>Every line of a test report, in order.</summary>
    public IEnumerable<PlatformStep> AllSteps => Steps.Concat(OptionalSteps);

    /// <summary>The counts of the platform's own kinds, in the order in which they are shown.</summary>
    public IReadOnlyList<TopologyCount> Topology { get; init; } = [];

    /// <summary>The platform's own facts, in the order in which they are shown.</summary>
    public IReadOnlyList<PlatformDetail> Details { get; init; } = [];

    /// <summary>The name in <see cref="Details"/> of the system's release; null for a platform without releases.</summary>
    public string? ReleaseDetail { get; init; }

    /// <summary>The level of proof of each release. A missing release is not proven at all.</summary>
    public IReadOnlyList<ReleaseProof> ReleaseProofs { get; init; } = [];

    /// <summary>The page with all that is proven about the platform and the evidence, in Markdown; null for none.</summary>
    public string? ProofPage { get; init; }

    /// <summary>
    /// The domains of accounts that belong to the system itself, e.g. <c>vsphere.local</c>; an empty one means accounts
    /// without a domain. All other accounts belong to a directory, which counts refused logins over all its systems.
    /// </summary>
    public IReadOnlyList<string> LocalAccountDomains { get; init; } = [""];

    /// <summary>Whether an account belongs to the system itself.</summary>
    /// <param name="account">The account as entered.</param>
    public bool IsLocalAccount(string account) =>
        LocalAccountDomains.Contains(AccountName.Parse(account).Domain, StringComparer.OrdinalIgnoreCase);

    /// <summary>The field that names the account, if the platform has one.</summary>
    public ConnectionField? AccountField => Fields.FirstOrDefault(candidate => candidate.IdentifiesAccount);

    /// <summary>The noun for a secret of the platform in a sentence, for instance <c>password</c>.</summary>
    public string SecretNoun =>
        Fields.FirstOrDefault(candidate => candidate.Kind == ConnectionFieldKind.Secret)?.Label.ToLowerInvariant() ?? "secret";

    /// <summary>The result of a read, without the counts that the platform does not declare.</summary>
    internal Observed OnlyDeclared(Observed observed) => observed with
    {
        AgentCount = Declares(ContributionKind.Agent) ? observed.AgentCount : null,
        VmCount = Declares(ContributionKind.Vm) ? observed.VmCount : null,
        StorageCount = Declares(ContributionKind.Storage) ? observed.StorageCount : null,
    };

    private bool Declares(ContributionKind kind) => Counts.Any(count => count.Kind == kind);

    /// <summary>Whether only a test takes the step.</summary>
    internal bool IsOptional(string step) => OptionalSteps.Any(optional => optional.Name == step);
}
