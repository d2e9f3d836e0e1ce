namespace Pulse.Access.SignIn;

/// <summary>The answer to a sign-in and to the set-up, which signs in as well.</summary>
internal sealed record SignedIn(string UserName);
