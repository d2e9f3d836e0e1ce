using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Pulse.PlatformConnections.Attempts;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connections;

/// <summary>The error answers of the routes: problem details (RFC 9457) with a stable <c>code</c>.</summary>
internal static class ConnectionProblems
{
    public static ProblemHttpResult Validation(IDictionary<string, string[]> errors) =>
        TypedResults.Problem(new HttpValidationProblemDetails(errors)
        {
            Status = StatusCodes.Status400BadRequest,
            Title = "Some fields are not valid.",
            Detail = "Correct the fields named under errors and send the request again.",
            Extensions = { ["code"] = "validation_failed" },
        });

    public static ProblemHttpResult NotFound(Guid id) =>
        Create(StatusCodes.Status404NotFound, "connection_not_found", "There is no such connection.", $"No connection of this platform has the id {id}.");

    public static ProblemHttpResult NameTaken(string name) =>
        Create(StatusCodes.Status409Conflict, "name_taken", "The name is taken.", $"Another connection of this platform is called '{name}'. Choose another name.");

    public static ProblemHttpResult EndpointTaken(string endpoint, string otherName, Guid otherId) =>
        Create(
            StatusCodes.Status409Conflict,
            "endpoint_taken",
            "The endpoint is connected already.",
            $"The connection '{otherName}' already goes to {endpoint} with this account. Edit that one, or use another account.",
            ("connectionId", otherId));

    public static ProblemHttpResult SecretReentryRequired(IReadOnlyList<string> fields) =>
        Create(
            StatusCodes.Status409Conflict,
            "secret_reentry_required",
            "The secret has to be entered again.",
            $"Changed: {string.Join(", ", fields)}. This Pulse sends a stored secret only to the endpoint and account it was entered for, and past the same check of the certificate. Enter the secret again.");

    public static ProblemHttpResult TestInProgress() =>
        Create(StatusCodes.Status409Conflict, "test_in_progress", "This connection is being tested already.", "Wait until that test has ended.");

    /// <summary>Why a test was not run.</summary>
    public static ProblemHttpResult Of(TestRefusal refusal, PlatformDescriptor platform, ConnectionTarget target) => refusal.Reason switch
    {
        TestRefusalReason.Held => AuthHold(refusal.Hold!, platform, target),
        TestRefusalReason.Busy => TestsBusy(refusal.Limit),
        _ => Stopping(),
    };

    private static ProblemHttpResult TestsBusy(int limit) =>
        Create(
            StatusCodes.Status503ServiceUnavailable,
            "tests_busy",
            "Too many tests are running.",
            $"Pulse runs at most {limit} tests at once, and none of them ended in time. Try again in a minute.");

    private static ProblemHttpResult Stopping() =>
        Create(StatusCodes.Status503ServiceUnavailable, "stopping", "Pulse is stopping.", "The test was ended. Repeat it when Pulse runs again.");

    private static ProblemHttpResult AuthHold(LoginHold hold, PlatformDescriptor platform, ConnectionTarget target)
    {
        var (sentence, remedy) = FailureWords.Held(hold, platform.SystemNoun, target);
        return Create(
            StatusCodes.Status409Conflict,
            "auth_hold",
            "The login was refused before and is held back.",
            $"{sentence} {remedy}",
            ("retryAt", hold.RetryAt));
    }

    public static ProblemHttpResult VersionMismatch(int current) =>
        Create(
            StatusCodes.Status412PreconditionFailed,
            "version_mismatch",
            "Somebody else changed the connection.",
            $"Its version is {current} now. Load it again and repeat the change.",
            ("currentVersion", current));

    private static ProblemHttpResult Create(int status, string code, string title, string detail, params (string Name, object Value)[] more)
    {
        var problem = new ProblemDetails { Status = status, Title = title, Detail = detail, Extensions = { ["code"] = code } };
        foreach (var (name, value) in more)
        {
            problem.Extensions[name] = value;
        }

        return TypedResults.Problem(problem);
    }
}
