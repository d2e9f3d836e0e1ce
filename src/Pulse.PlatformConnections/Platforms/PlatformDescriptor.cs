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

    /// <summary>The port when none is given and HTTPS is used.</summary>
    public int DefaultPort { get; init; } = 443;

    /// <summary>The port when none is given and HTTPS is switched off.</summary>
    public int DefaultPlainPort { get; init; } = 80;

    /// <summary>The fields that a connection to this platform has beside the shared ones, in the order of a form.</summary>
    public required IReadOnlyList<ConnectionField> Fields { get; init; }

    /// <summary>The steps that one read takes, in order; one that failed leaves the later ones skipped.</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>The steps that a test takes after the read, in order: reads that a poll does without.</summary>
    public IReadOnlyList<string> OptionalSteps { get; init; } = [];

    /// <summary>The step in which it is learnt which system answers: where a test warns that it is another one than before.</summary>
    public string? IdentityStep { get; init; }

    /// <summary>Every line of a test report, in order.</summary>
    public IEnumerable<string> AllSteps => Steps.Concat(OptionalSteps);

    /// <summary>The names in <see cref="Observed.Topology"/>, each with what it counts.</summary>
    public IReadOnlyDictionary<string, string> Topology { get; init; } = new Dictionary<string, string>();

    /// <summary>The names in <see cref="Observed.Details"/>, each with its meaning.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = new Dictionary<string, string>();

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
}
