namespace Pulse.Simulation.TrueNas;

/// <summary>The release that a simulator plays: the API versions that it serves, and the parts that differ between releases.</summary>
public sealed record TrueNasProfile
{
    // The facts name v25.04.0 and the form v25.04.N. The other numbers follow the folders of the vendor's source.
    private static readonly string[] Versions2504 = ["v25.04.0", "v25.04.1", "v25.04.2"];
    private static readonly string[] Versions2510 = [.. Versions2504, "v25.10.0", "v25.10.1", "v25.10.2"];

    public static TrueNasProfile V2504 { get; } = new() { Name = "25.04", Version = "25.04.2.6", ApiVersions = Versions2504 };

    public static TrueNasProfile V2510 { get; } = new() { Name = "25.10", Version = "25.10.6", ApiVersions = Versions2510, HasBootId = true };

    public static TrueNasProfile V26 { get; } = V2510 with
    {
        Name = "26",
        Version = "26.0.0-BETA.3",
        ApiVersions = [.. Versions2510, "v26.0.0"],
        HasRest = false,
        HasScram = true,
        HasDenied = true,
        HasInstances = false,
        HasContainers = true,
    };

    /// <summary>The old product line: no versioned API, only REST and a legacy WebSocket.</summary>
    public static TrueNasProfile Core13 { get; } = new() { Name = "core-13", Version = "13.0-U6.7", ApiVersions = [], IsCore = true };

    public static IReadOnlyList<TrueNasProfile> All { get; } = [V2504, V2510, V26, Core13];

    public required string Name { get; init; }

    public required string Version { get; init; }

    /// <summary>The answer of <c>GET /api/versions</c>, oldest first.</summary>
    public required IReadOnlyList<string> ApiVersions { get; init; }

    public bool IsCore { get; init; }

    /// <summary>Whether <c>GET /api/boot_id</c> is served.</summary>
    public bool HasBootId { get; init; }

    /// <summary>Whether <c>/api/v2.0</c> is still there.</summary>
    public bool HasRest { get; init; } = true;

    /// <summary>Whether <c>auth.login_ex</c> knows the mechanism SCRAM.</summary>
    public bool HasScram { get; init; }

    /// <summary>Whether <c>auth.login_ex</c> tells a user without API access by DENIED. Before, the answer is AUTH_ERR.</summary>
    public bool HasDenied { get; init; }

    /// <summary>Whether <c>virt.instance.query</c> is there.</summary>
    public bool HasInstances { get; init; } = true;

    /// <summary>Whether <c>container.query</c> is there.</summary>
    public bool HasContainers { get; init; }

    /// <summary>Whether a WebSocket at this path is served.</summary>
    public bool Serves(string path) =>
        !IsCore && (path is "/api/current" or "/api/v24.10" || ApiVersions.Any(version => path == $"/api/{version}"));

    public static TrueNasProfile Named(string name) =>
        All.FirstOrDefault(profile => profile.Name == name)
        ?? throw new ArgumentException($"Unknown profile '{name}'. Allowed: {string.Join(", ", All.Select(profile => profile.Name))}.", nameof(name));
}
