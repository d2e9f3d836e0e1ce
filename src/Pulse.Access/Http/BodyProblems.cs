using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Pulse.Access.Http;

/// <summary>The answers to a body that cannot be read. None quotes it: it may hold a password.</summary>
internal static class BodyProblems
{
    // Windows PowerShell 5.1 sends the text of a body in ISO 8859-1 unless it is told otherwise.
    private const string SendUtf8 =
        "Send the body as UTF-8. In Windows PowerShell, add -ContentType \"application/json; charset=utf-8\" "
        + "and send -Body ([Text.Encoding]::UTF8.GetBytes($json)).";

    public static ProblemHttpResult InvalidJson((long Line, long Position) at, string remedy) => AccessProblems.Problem(
        StatusCodes.Status400BadRequest,
        "invalid_json",
        "The body is not valid JSON.",
        $"{remedy}: line {at.Line}, position {at.Position}.",
        ("line", at.Line),
        ("position", at.Position));

    public static ProblemHttpResult NotUtf8((long Line, long Position) at) => AccessProblems.Problem(
        StatusCodes.Status400BadRequest,
        "invalid_utf8",
        $"The body is not UTF-8: line {at.Line}, position {at.Position}.",
        SendUtf8,
        ("line", at.Line),
        ("position", at.Position));

    public static ProblemHttpResult Incomplete() => AccessProblems.Problem(
        StatusCodes.Status400BadRequest,
        "body_incomplete",
        "The body broke off, or its chunks are malformed.",
        "Send the whole body, as long as Content-Length says, or in well-formed chunks.");

    public static ProblemHttpResult TooSlow() => AccessProblems.Problem(
        StatusCodes.Status408RequestTimeout, "body_too_slow", "The body arrived too slowly.", "Send the request again without a pause in it.");

    public static ProblemHttpResult TooLarge() => AccessProblems.Problem(
        StatusCodes.Status413PayloadTooLarge, "body_too_large", "The body is too large.", $"Send at most {RequestBody.Limit} bytes.");

    public static ProblemHttpResult NotJson() => UnsupportedMediaType(
        "The body is not declared as JSON.", "Send it with Content-Type: application/json.");

    public static ProblemHttpResult NotDeclaredAsUtf8() => UnsupportedMediaType("The body is declared in another charset than UTF-8.", SendUtf8);

    public static ProblemHttpResult Compressed() => UnsupportedMediaType("The body is compressed.", "Send it as it is, without Content-Encoding.");

    private static ProblemHttpResult UnsupportedMediaType(string title, string detail) =>
        AccessProblems.Problem(StatusCodes.Status415UnsupportedMediaType, "unsupported_media_type", title, detail);
}
