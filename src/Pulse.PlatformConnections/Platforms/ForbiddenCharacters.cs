namespace Pulse.PlatformConnections.Platforms;

/// <summary>Characters that a field cannot hold.</summary>
/// <param name="Characters">Each of them by itself.</param>
/// <param name="Reason">Why, as the end of a sentence: <c>it ends the name in HTTP Basic authentication.</c></param>
public sealed record ForbiddenCharacters(string Characters, string Reason);
