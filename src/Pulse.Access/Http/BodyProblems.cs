using Microsoft.AspNetCore.Http.HttpResults;

namespace Pulse.Access.Http;

/// <summary>The answers to an unreadable body. No answer quotes the body, because a body may hold a password.</summary>
internal static class BodyProblems
{
    // Windows PowerShell 5.1 sends the text of a body in ISO 8859-1 by default.
    private const string SendUtf8 =
        "Send the body as UTF-8. In Windows PowerShell, add -ContentType \"application/json; charset=utf-8\" "
        + "and send -Body ([Text.Encoding]::UTF8.GetBytes($json)).";

    /// <summary>The problems of a route that reads a body.</summary>
    public static ProblemAnswers Answers { get; } = new(
        ProblemCode.InvalidJson,
        ProblemCode.InvalidUtf8,
        ProblemCode.BodyIncomplete,
        ProblemCode.BodyTooSlow,
        ProblemCode.BodyTooLarge,
        ProblemCode.UnsupportedMediaType);

    public static ProblemHttpResult InvalidJson(BodyPosition at, string remedy) =>
        AtPosition(ProblemCode.InvalidJson, at, "The body is not valid JSON.", $"{remedy}: {at}.");

    /// <summary>For valid JSON with a member that the route does not accept.</summary>
    public static ProblemHttpResult UnexpectedJson(BodyPosition at) => AtPosition(
        ProblemCode.InvalidJson,
        at,
        "The body is not the JSON that is expected here.",
        $"A member is unknown, comes twice or has another type: {at}.");

    public static ProblemHttpResult NotUtf8(BodyPosition at) =>
        AtPosition(ProblemCode.InvalidUtf8, at, $"The body is not UTF-8: {at}.", SendUtf8);

    public static ProblemHttpResult Incomplete() => ApiProblem.Create(
        ProblemCode.BodyIncomplete,
        "The body broke off, or its chunks are malformed.",
        "Send the whole body, as long as Content-Length says, or in well-formed chunks.");

    public static ProblemHttpResult TooSlow() =>
        ApiProblem.Create(ProblemCode.BodyTooSlow, "The body arrived too slowly.", "Send the request again without a pause in it.");

    public static ProblemHttpResult TooLarge() =>
        ApiProblem.Create(ProblemCode.BodyTooLarge, "The body is too large.", $"Send at most {BodyLimit.Bytes} bytes.");

    public static ProblemHttpResult NotJson() => UnsupportedMediaType(
        "The body is not declared as JSON.", "Send it with Content-Type: application/json.");

    public static ProblemHttpResult NotDeclaredAsUtf8() => UnsupportedMediaType("The body is declared in another charset than UTF-8.", SendUtf8);

    public static ProblemHttpResult Compressed() => UnsupportedMediaType("The body is compressed.", "Send it as it is, without Content-Encoding.");

    private static ProblemHttpResult UnsupportedMediaType(string title, string detail) =>
        ApiProblem.Create(ProblemCode.UnsupportedMediaType, title, detail);

    private static ProblemHttpResult AtPosition(ProblemCode code, BodyPosition at, string title, string detail) =>
        ApiProblem.Create(code, title, detail, ("line", at.Line), ("position", at.Position));
}
