namespace Pulse.Access.SignIn;

/// <summary>What tells one session from another.</summary>
internal sealed record SessionMarks(Guid Id, DateTimeOffset StartedAt);
