using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Pulse.Access.Http;

/// <summary>Every refusal of this module, except those of an unreadable body and of wrong fields.</summary>
internal static class AccessProblems
{
    public static ProblemHttpResult Unauthenticated(bool setupRequired) => ApiProblem.Create(
        ProblemCode.Unauthenticated, "Sign in, or send a valid API token.", detail: null, ("setupRequired", setupRequired));

    public static ProblemHttpResult Forbidden() => ApiProblem.Create(ProblemCode.Forbidden, "Your credentials do not allow this.");

    public static ProblemHttpResult AntiforgeryFailed() => ApiProblem.Create(
        ProblemCode.AntiforgeryFailed,
        "The antiforgery token is missing or stale.",
        "Read a new one from /api/access/session and send it in the header it names.");

    public static ProblemHttpResult RateLimited() =>
        ApiProblem.Create(ProblemCode.RateLimited, "Too many attempts from this address. Try again later.");

    public static ProblemHttpResult SignInRefused() => ApiProblem.Create(ProblemCode.SignInRefused, "User name or password is wrong.");

    public static ProblemHttpResult SignInLocked(TimeSpan retryAfter) => ApiProblem.Create(
        ProblemCode.SignInLocked,
        "Too many wrong passwords. Sign-in is locked.",
        string.Create(CultureInfo.InvariantCulture, $"Try again in {Math.Ceiling(retryAfter.TotalSeconds)} seconds."));

    public static ProblemHttpResult AlreadySetUp() =>
        ApiProblem.Create(ProblemCode.AlreadySetUp, "Pulse has an admin already. Sign in instead.");

    public static ProblemHttpResult SetupTokenInvalid() => ApiProblem.Create(
        ProblemCode.SetupTokenInvalid,
        "This is not the setup token.",
        "It is in the log of the first start, and in the file 'setup-token' in the data directory.");

    public static ProblemHttpResult TokenNameTaken(string name) =>
        ApiProblem.Create(ProblemCode.NameTaken, $"An active API token is named '{name}' already.");

    public static ProblemHttpResult TokenNotFound() =>
        ApiProblem.Create(ProblemCode.TokenNotFound, "There is no such API token, or it is revoked already.");

    public static ProblemHttpResult UnreadableParameter() =>
        ApiProblem.Create(ProblemCode.ParameterUnreadable, "A parameter in the address has the wrong form.");
}
