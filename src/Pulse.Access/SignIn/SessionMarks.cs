namespace Pulse.Access.SignIn;

/// <summary>The values that distinguish one session from another.</summary>
internal sealed record SessionMarks(Guid Id, DateTimeOffset StartedAt);
