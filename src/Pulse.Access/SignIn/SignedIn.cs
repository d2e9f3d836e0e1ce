namespace Pulse.Access.SignIn;

/// <summary>The answer to a sign-in and to the setup, which also signs in.</summary>
internal sealed record SignedIn(string UserName);
