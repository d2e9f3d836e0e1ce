namespace Pulse.PlatformConnections.Platforms;

/// <summary>A name that stands in a report, so that a report that is shared can leave it out.</summary>
/// <param name="Kind">What it names.</param>
/// <param name="Name">As it stands in the report.</param>
internal readonly record struct ReportedName(ReportedNameKind Kind, string Name);
