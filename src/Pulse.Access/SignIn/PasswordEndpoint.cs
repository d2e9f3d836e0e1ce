using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Pulse.Access.Audit;
using Pulse.Access.Credentials;
using Pulse.Access.Http;

namespace Pulse.Access.SignIn;

internal static class PasswordEndpoint
{
    public static void MapPassword(this IEndpointRouteBuilder admin) => admin.MapPost("/password", ChangeAsync)
        .WithName("ChangePassword")
        .WithSummary("Changes the password, and ends every session but this one")
        .WithProblems(ProblemCode.ValidationFailed, ProblemCode.AntiforgeryFailed, ProblemCode.SignInLocked);

    private static async Task<Results<NoContent, ProblemHttpResult>> ChangeAsync(
        JsonBody<PasswordRequest> body,
        HttpContext context,
        PasswordCheck check,
        AdminAccounts accounts,
        IAuditTrail audit)
    {
        var request = body.Value;
        var errors = new FieldErrors()
            .Check("currentPassword", !string.IsNullOrEmpty(request.CurrentPassword), "Required.")
            .Add("newPassword", PasswordRules.Fault(request.NewPassword));

        if (errors.Any)
        {
            return ApiProblem.Validation(errors);
        }

        // Counted like a sign-in: an attacker with a stolen session must not guess the password here.
        var userName = context.User.FindFirstValue(ClaimTypes.NameIdentifier)!;
        switch (await check.CheckAsync(userName, request.CurrentPassword!))
        {
            case PasswordVerdict.Accepted accepted:
                await accounts.ChangePasswordAsync(accepted.Account, request.NewPassword!);
                await context.SignInAsAsync(accepted.Account);
                await audit.RecordAsync(Change(AuditOutcomes.Succeeded), CancellationToken.None);
                return TypedResults.NoContent();

            case PasswordVerdict.Locked locked:
                context.SetRetryAfter(locked.RetryAfter);
                await audit.RecordAsync(Change(AuditOutcomes.Locked), CancellationToken.None);
                return AccessProblems.SignInLocked(locked.RetryAfter);

            default:
                await audit.RecordAsync(Change(AuditOutcomes.Refused), CancellationToken.None);
                return ApiProblem.Validation(errors.Add("currentPassword", "This is not the current password."));
        }
    }

    private static AuditEntry Change(string outcome) => new() { Action = AuditActions.PasswordChange, Outcome = outcome };

    // A class, not a record: a generated ToString() would print the passwords.
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed class PasswordRequest
    {
        [Required]
        public string? CurrentPassword { get; init; }

        [Required]
        public string? NewPassword { get; init; }
    }
}
