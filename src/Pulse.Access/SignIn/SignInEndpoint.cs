using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Pulse.Access.Audit;
using Pulse.Access.Http;

namespace Pulse.Access.SignIn;

internal static class SignInEndpoint
{
    public static void MapSignIn(this IEndpointRouteBuilder open) => open.MapPost("/sign-in", SignInAsync)
        .WithName("SignIn")
        .WithSummary("Starts a session: the answer sets the session cookie")
        .WithProblems(ProblemCode.ValidationFailed, ProblemCode.SignInRefused, ProblemCode.SignInLocked);

    private static async Task<Results<Ok<SignedIn>, ProblemHttpResult>> SignInAsync(
        JsonBody<SignInRequest> body,
        HttpContext context,
        PasswordCheck check,
        IAuditTrail audit)
    {
        var request = body.Value;
        var errors = new FieldErrors()
            .Check("userName", !string.IsNullOrEmpty(request.UserName), "Required.")
            .Check("password", !string.IsNullOrEmpty(request.Password), "Required.");

        if (errors.Any)
        {
            return ApiProblem.Validation(errors);
        }

        switch (await check.CheckAsync(request.UserName!, request.Password!))
        {
            case PasswordVerdict.Accepted accepted:
                await context.SignInAsAsync(accepted.Account);
                await audit.RecordAsync(Attempt(AuditOutcomes.Succeeded), CancellationToken.None);
                return TypedResults.Ok(new SignedIn(accepted.Account.UserName));

            case PasswordVerdict.Locked locked:
                context.SetRetryAfter(locked.RetryAfter);
                await audit.RecordAsync(Attempt(AuditOutcomes.Locked), CancellationToken.None);
                return AccessProblems.SignInLocked(locked.RetryAfter);

            default:
                await audit.RecordAsync(Attempt(AuditOutcomes.Refused), CancellationToken.None);
                return AccessProblems.SignInRefused();
        }
    }

    // Without the typed user name: users sometimes type the password there.
    private static AuditEntry Attempt(string outcome) => new() { Action = AuditActions.SignIn, Outcome = outcome };

    // A class, not a record: a generated ToString() would print the password.
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed class SignInRequest
    {
        [Required]
        public string? UserName { get; init; }

        [Required]
        public string? Password { get; init; }
    }
}
