using System.Reflection;
using Pulse.Access.Authorization;
using Pulse.Access.Http;

namespace Pulse.Host;

/// <summary>The version of this program: <c>--version</c> and <c>GET /api/version</c>.</summary>
internal static class ProductVersion
{
    // "0.1.0+<commit>": the SDK adds the commit if it is known.
    private static readonly string[] Parts =
        (typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0").Split('+', 2);

    public static VersionDocument Document { get; } = new(Parts[0], Parts.ElementAtOrDefault(1));

    public static bool IsAsked(string[] args) => args is ["--version"];

    /// <returns>The exit code.</returns>
    public static int Print()
    {
        Console.WriteLine(Document.Commit is { } commit ? $"Pulse {Document.Version} ({commit})" : $"Pulse {Document.Version}");
        return 0;
    }

    public static void MapVersion(this WebApplication app) =>
        app.MapApi("/api/version", "Pulse").RequirePolicy(AccessPolicies.SettingsRead)
            .MapGet("", () => TypedResults.Ok(Document))
            .WithName("version_get")
            .WithSummary("Read the version of Pulse");
}
