namespace Pulse.PlatformConnections.Platforms;

/// <summary>What a provider declares about its platform: from this the shared module makes routes, rules and documents.</summary>
public sealed record PlatformDescriptor
{
    /// <summary>The name in routes and in the database: lower-case letters, stable for ever. Example: <c>vmware</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The name that people read. Example: <c>VMware vCenter</c>.</summary>
    public required string DisplayName { get; init; }

    /// <summary>What one system is called in a sentence. Example: <c>vCenter</c>.</summary>
    public required string SystemNoun { get; init; }

    /// <summary>The name on a tab, where space is short; null for <see cref="DisplayName"/>. Example: <c>VMware</c>.</summary>
    public string? ShortName { get; init; }

    /// <summary>What a test does and what an account needs, in Markdown: shown before the first test.</summary>
    public required string Introduction { get; init; }

    /// <summary>What an administrator has to know before the form is filled in, one sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>A host as an empty field of a form shows it.</summary>
    public string HostPlaceholder { get; init; } = "system.lab.example";

    /// <summary>Whether HTTPS is a must, and the ports.</summary>
    public TransportPolicy Transport { get; init; } = new();

    /// <summary>What locks an account on a system of this platform; null when nothing does.</summary>
    public required LoginLimits? LoginLimits { get; init; }

    /// <summary>The words of the failure categories that the platform knows better.</summary>
    public IReadOnlyDictionary<FailureCategory, CategoryWords> Words { get; init; } = new Dictionary<FailureCategory, CategoryWords>();

    /// <summary>Which of the shared counts the systems have, and what they are called. Another one is absent in answers.</summary>
    public required IReadOnlyList<PlatformCount> Counts { get; init; }

    /// <summary>The fields that a connection to this platform has beside the shared ones, in the order of a form.</summary>
    public required IReadOnlyList<ConnectionField> Fields { get; init; }

    /// <summary>The steps that one read takes, in order; one that failed leaves the later ones skipped.</summary>
    public required IReadOnlyList<PlatformStep> Steps { get; init; }

    /// <summary>The steps that a test takes after the read, in order: reads that a poll does without.</summary>
    public IReadOnlyList<PlatformStep> OptionalSteps { get; init; } = [];

    /// <summary>The step in which it is learnt which system answers: where a test warns that it is another one than before.</summary>
    public string? IdentityStep { get; init; }

    /// <summary>Every line of a test report, in order.</summary>
    public IEnumerable<PlatformStep> AllSteps => Steps.Concat(OptionalSteps);

    /// <summary>The counts of kinds that only this platform has, in the order in which they are shown.</summary>
    public IReadOnlyList<TopologyCount> Topology { get; init; } = [];

    /// <summary>The facts that only this platform has, in the order in which they are shown.</summary>
    public IReadOnlyList<PlatformDetail> Details { get; init; } = [];

    /// <summary>The name in <see cref="Details"/> that says which release a system is of; null for a platform without releases.</summary>
    public string? ReleaseDetail { get; init; }

    /// <summary>How far each release is proven. One that is missing is not proven at all.</summary>
    public IReadOnlyList<ReleaseProof> ReleaseProofs { get; init; } = [];

    /// <summary>The page that says all that is proven about the platform, and by what, in Markdown; null for none.</summary>
    public string? ProofPage { get; init; }

    /// <summary>
    /// The domains whose accounts live on the system itself, e.g. <c>vsphere.local</c>; an empty one stands for accounts
    /// without a domain. All other accounts belong to a directory, which counts refused logins over all systems that ask it.
    /// </summary>
    public IReadOnlyList<string> LocalAccountDomains { get; init; } = [""];

    /// <summary>Whether an account lives on the system itself.</summary>
    /// <param name="account">As people write it.</param>
    public bool IsLocalAccount(string account) =>
        LocalAccountDomains.Contains(AccountName.Parse(account).Domain, StringComparer.OrdinalIgnoreCase);

    /// <summary>The field that says as whom Pulse logs in, if the platform has one.</summary>
    public ConnectionField? AccountField => Fields.FirstOrDefault(candidate => candidate.IdentifiesAccount);

    /// <summary>What a secret of the platform is called in a sentence, for instance <c>password</c>.</summary>
    public string SecretNoun =>
        Fields.FirstOrDefault(candidate => candidate.Kind == ConnectionFieldKind.Secret)?.Label.ToLowerInvariant() ?? "secret";

    /// <summary>What a session read, without the counts that the platform does not declare.</summary>
    internal Observed OnlyDeclared(Observed observed) => observed with
    {
        AgentCount = Declares(ContributionKind.Agent) ? observed.AgentCount : null,
        VmCount = Declares(ContributionKind.Vm) ? observed.VmCount : null,
        StorageCount = Declares(ContributionKind.Storage) ? observed.StorageCount : null,
    };

    private bool Declares(ContributionKind kind) => Counts.Any(count => count.Kind == kind);

    /// <summary>Whether a step is a read that a poll does without.</summary>
    internal bool IsOptional(string step) => OptionalSteps.Any(optional => optional.Name == step);
}
