using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Pulse.Access.Http;

/// <summary>Every refusal of this module, each with its stable code. They are written through IProblemDetailsService.</summary>
internal static class AccessProblems
{
    public static ProblemHttpResult Unauthenticated(bool setupRequired) => Problem(
        StatusCodes.Status401Unauthorized,
        "unauthenticated",
        "Sign in, or send a valid API token.",
        extensions: ("setupRequired", setupRequired));

    public static ProblemHttpResult Forbidden() => Problem(
        StatusCodes.Status403Forbidden, "forbidden", "What you signed in with does not allow this.");

    public static ProblemHttpResult AntiforgeryFailed() => Problem(
        StatusCodes.Status400BadRequest,
        "antiforgery_failed",
        "The antiforgery token is missing or stale.",
        "Read a new one from /api/access/session and send it in the header it names.");

    public static ProblemHttpResult RateLimited() => Problem(
        StatusCodes.Status429TooManyRequests, "rate_limited", "Too many attempts from this address. Try again later.");

    public static ProblemHttpResult SignInRefused() => Problem(
        StatusCodes.Status401Unauthorized, "sign_in_refused", "User name or password is wrong.");

    public static ProblemHttpResult SignInLocked(TimeSpan retryAfter) => Problem(
        StatusCodes.Status429TooManyRequests,
        "sign_in_locked",
        "Too many wrong passwords. Sign-in is locked.",
        string.Create(CultureInfo.InvariantCulture, $"Try again in {Math.Ceiling(retryAfter.TotalSeconds)} seconds."));

    public static ProblemHttpResult AlreadySetUp() => Problem(
        StatusCodes.Status409Conflict, "already_set_up", "Pulse has an admin already. Sign in instead.");

    public static ProblemHttpResult SetupTokenInvalid() => Problem(
        StatusCodes.Status403Forbidden,
        "setup_token_invalid",
        "This is not the setup token.",
        "It is in the log of the first start, and in the file 'setup-token' in the data directory.");

    public static ProblemHttpResult TokenNameTaken(string name) => Problem(
        StatusCodes.Status409Conflict, "name_taken", $"An active API token is named '{name}' already.");

    public static ProblemHttpResult TokenNotFound() => Problem(
        StatusCodes.Status404NotFound, "token_not_found", "There is no such API token, or it is revoked already.");

    public static ProblemHttpResult UnreadableParameter() => Problem(
        StatusCodes.Status400BadRequest, "parameter_unreadable", "A parameter in the address has the wrong form.");

    // The position, never the parser's message: that one names .NET types and may quote what was sent, here passwords.
    public static ProblemHttpResult BodyUnreadable(JsonException exception) => Problem(
        StatusCodes.Status400BadRequest,
        "body_unreadable",
        "The body is not the JSON expected here: a member is unknown, comes twice or has another type.",
        string.Create(
            CultureInfo.InvariantCulture,
            $"At {exception.Path ?? "$"}, line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}."));

    public static ProblemHttpResult Problem(
        int status, string code, string title, string? detail = null, params ReadOnlySpan<(string Name, object? Value)> extensions)
    {
        Dictionary<string, object?> members = new() { ["code"] = code };
        foreach (var (name, value) in extensions)
        {
            members[name] = value;
        }

        return TypedResults.Problem(detail, statusCode: status, title: title, extensions: members);
    }
}
