namespace Pulse.PlatformConnections.Platforms;

/// <summary>A name in a report, so that a shared report can omit it.</summary>
/// <param name="Kind">The kind of the named object.</param>
/// <param name="Name">The name as in the report.</param>
internal readonly record struct ReportedName(ReportedNameKind Kind, string Name);
