namespace Pulse.PlatformConnections.Proving;

/// <summary>The system that was proven.</summary>
/// <param name="Platform">The key of the platform.</param>
/// <param name="Product">The product name that the system gives.</param>
/// <param name="Version">The product version.</param>
/// <param name="Build">The build.</param>
/// <param name="Details">Further details of the platform.</param>
internal sealed record ProvenSystem(
    string Platform, string Product, string Version, string? Build, IReadOnlyDictionary<string, string> Details);
