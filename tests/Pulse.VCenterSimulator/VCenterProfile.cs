namespace Pulse.Simulation;

/// <summary>The simulated product: its names, and its behaviour where releases differ.</summary>
public sealed record VCenterProfile
{
    private const string Release911 = "9.1.1.0";
    private const string Release91 = "9.1.0.0";
    private const string Release90 = "9.0.0.0";
    private const string Release80U3K = "8.0.3.1";
    private const string Release80U3 = "8.0.3.0";
    private const string Release80U2 = "8.0.2.0";
    private const string Release80U1 = "8.0.1.0";
    private const string Release70 = "7.0.3.2";
    private const string Release67 = "6.7";

    /// <summary>Every vim25 release, newest first. A server lists its own release and all that follow here.</summary>
    private static readonly string[] KnownReleases =
    [
        Release911, Release91, Release90, Release80U3K, Release80U3, Release80U2, Release80U1, "8.0.0.2", "8.0.0.1", "8.0.0.0",
        Release70, "7.0.3.1", "7.0.3.0", "7.0.2.1", "7.0.2.0", "7.0.1.1", "7.0.1.0", "7.0.0.2", "7.0.0.0",
        "6.9.1", "6.8.7", "6.7.3", "6.7.2", "6.7.1", Release67, "6.5", "6.0", "5.5", "5.1", "5.0", "4.1", "4.0",
    ];

    public static VCenterProfile V80U1 { get; } = new() { Name = "8.0u1", Release = Release80U1, Build = "21560480", Hello = false, UnifiedSessions = false };

    public static VCenterProfile V80U2 { get; } = new() { Name = "8.0u2", Release = Release80U2, Build = "22385739", UnifiedSessions = false };

    public static VCenterProfile V80U3 { get; } = new() { Name = "8.0u3", Release = Release80U3, Build = "24022515" };

    // The builds of 8.0.3.1 and 9.1.1.0, and the product version of 9.1.1.0, are not known. These values are invented.
    public static VCenterProfile V80U3K { get; } = new() { Name = "8.0u3k", Release = Release80U3K, Build = "25200000" };

    public static VCenterProfile V90 { get; } = new() { Name = "9.0", Release = Release90, Build = "24755599" };

    // facts.md#1.12: the 9.1 document has another name for the memory size. The name that a server sends is not known.
    public static VCenterProfile V91 { get; } = new() { Name = "9.1", Release = Release91, Build = "25370933", MemorySizeMember = "memory_size_mib" };

    public static VCenterProfile V911 { get; } = V91 with { Name = "9.1.1", Release = Release911, Build = "25700000" };

    public static VCenterProfile V70 { get; } = new() { Name = "7.0", Release = Release70, Build = "20990077", Hello = false, UnifiedSessions = false, VimJson = false };

    // facts.md#1.4: POST /api/session answers 500 on 6.7.
    public static VCenterProfile V67 { get; } = V70 with { Name = "6.7", Release = Release67, Build = "14368073", SessionRefusal = StatusCodes.Status500InternalServerError };

    // facts.md#2.1: a host refuses /api/session with 400 and answers VI JSON with a SOAP fault.
    public static VCenterProfile Esxi { get; } = V80U3 with { Name = "esxi", IsHost = true, VimJson = false, SessionRefusal = StatusCodes.Status400BadRequest };

    /// <summary>A host that speaks VI JSON. No such host is known; this profile tests the <c>apiType</c> check of a client.</summary>
    public static VCenterProfile EsxiWithJson { get; } = Esxi with { Name = "esxi-json", VimJson = true };

    public static IReadOnlyList<VCenterProfile> All { get; } = [V80U1, V80U2, V80U3, V80U3K, V90, V91, V911, V70, V67, Esxi, EsxiWithJson];

    public required string Name { get; init; }

    /// <summary>The vim25 release, for example 8.0.3.0.</summary>
    public required string Release { get; init; }

    public required string Build { get; init; }

    /// <summary>Whether <c>/sdk/vim25/{release}</c> is served.</summary>
    public bool VimJson { get; init; } = true;

    /// <summary>Whether <c>POST /api/vcenter/system?action=hello</c> exists.</summary>
    public bool Hello { get; init; } = true;

    /// <summary>Whether one session serves both API families.</summary>
    public bool UnifiedSessions { get; init; } = true;

    /// <summary>The name of the memory size in the list of virtual machines.</summary>
    public string MemorySizeMember { get; init; } = "memory_size_MiB";

    /// <summary>The status with which <c>POST /api/session</c> is refused for everyone.</summary>
    public int? SessionRefusal { get; init; }

    public bool IsHost { get; init; }

    /// <summary>The product version, for example 8.0.3.</summary>
    public string ProductVersion => string.Join('.', Release.Split('.').Take(3));

    /// <summary>The releases that this server answers, its own first.</summary>
    public IEnumerable<string> Releases => KnownReleases.SkipWhile(release => release != Release);

    public static VCenterProfile Named(string name) =>
        All.FirstOrDefault(profile => profile.Name == name)
        ?? throw new ArgumentException($"Unknown profile '{name}'. Allowed: {string.Join(", ", All.Select(profile => profile.Name))}.", nameof(name));
}
