using Microsoft.AspNetCore.Http.HttpResults;
using Pulse.Access.Http;
using Pulse.PlatformConnections.Attempts;

namespace Pulse.PlatformConnections.Connections;

/// <summary>Turns the refusals of the use cases into problem documents.</summary>
internal static class ConnectionProblems
{
    public static ProblemHttpResult Of(ConnectionRefusal refusal) => refusal switch
    {
        ConnectionRefusal.NotFound connection => ApiProblem.Create(
            ProblemCode.ConnectionNotFound, "There is no such connection.", $"No connection of this platform has the id {connection.Id}."),

        ConnectionRefusal.VersionMismatch version => ApiProblem.Create(
            ProblemCode.VersionMismatch,
            "The connection was changed meanwhile.",
            $"Its version is {version.Current} now. Load it again and repeat the change.",
            ("currentVersion", version.Current)),

        ConnectionRefusal.Invalid fields => ApiProblem.Validation(fields.Errors),

        ConnectionRefusal.NameTaken taken => ApiProblem.Create(
            ProblemCode.NameTaken, "The name is taken.", $"Another connection of this platform is called '{taken.Name}'. Choose another name."),

        ConnectionRefusal.EndpointTaken taken => ApiProblem.Create(
            ProblemCode.EndpointTaken,
            "The endpoint is connected already.",
            $"The connection '{taken.OtherName}' already goes to {taken.Endpoint} with this account. Edit that one, or use another account.",
            ("connectionId", taken.OtherId)),

        ConnectionRefusal.SecretReentryRequired changed => ApiProblem.Create(
            ProblemCode.SecretReentryRequired,
            "The secret has to be entered again.",
            $"Changed: {string.Join(", ", changed.Fields)}. This Pulse sends a stored secret only to the endpoint and account it was entered for, and past the same check of the certificate. Enter the secret again."),

        ConnectionRefusal.TestInProgress => ApiProblem.Create(
            ProblemCode.TestInProgress, "This connection is being tested already.", "Wait until that test has ended."),

        ConnectionRefusal.NotTested test => NotTested(test),

        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static ProblemHttpResult NotTested(ConnectionRefusal.NotTested refusal)
    {
        switch (refusal.Test.Reason)
        {
            case TestRefusalReason.Held:
                var hold = refusal.Test.Hold!;
                var (sentence, remedy) = FailureWords.Held(hold, refusal.Platform, refusal.Target);
                return ApiProblem.Create(
                    ProblemCode.AuthHold, "The login was refused before and is on hold.", $"{sentence} {remedy}", ("retryAt", hold.RetryAt));

            case TestRefusalReason.Busy:
                return ApiProblem.Create(
                    ProblemCode.TestsBusy,
                    "Too many tests are running.",
                    $"Pulse runs at most {refusal.Test.Limit} tests at once, and none of them ended in time. Try again in a minute.");

            default:
                return ApiProblem.Create(ProblemCode.Stopping, "Pulse is stopping.", "The test was ended. Repeat it when Pulse runs again.");
        }
    }
}
