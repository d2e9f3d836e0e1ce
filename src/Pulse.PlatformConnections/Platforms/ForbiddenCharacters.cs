namespace Pulse.PlatformConnections.Platforms;

/// <summary>Characters that a field does not accept.</summary>
/// <param name="Characters">The characters.</param>
/// <param name="Reason">The reason, as the end of a sentence: <c>it ends the name in HTTP Basic authentication.</c></param>
public sealed record ForbiddenCharacters(string Characters, string Reason);
