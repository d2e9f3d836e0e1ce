using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Pulse.Access.Audit;
using Pulse.Access.Credentials;
using Pulse.Access.Http;
using Pulse.Access.SignIn;

namespace Pulse.Access.Setup;

internal static class SetupEndpoint
{
    public static void MapSetup(this IEndpointRouteBuilder open) => open.MapPost("/setup", SetUpAsync)
        .WithName("SetUp")
        .WithSummary("Creates the admin with the one-time setup token, and signs in")
        .WithProblems(ProblemCode.ValidationFailed, ProblemCode.SetupTokenInvalid, ProblemCode.AlreadySetUp);

    private static async Task<Results<Ok<SignedIn>, ProblemHttpResult>> SetUpAsync(
        JsonBody<SetupRequest> body,
        HttpContext context,
        AdminAccounts accounts,
        SetupToken token,
        IAuditTrail audit)
    {
        var request = body.Value;
        if (await accounts.ExistAsync(CancellationToken.None))
        {
            return AccessProblems.AlreadySetUp();
        }

        var errors = new FieldErrors()
            .Check("token", !string.IsNullOrEmpty(request.Token), "Required: it is in Pulse's log and data directory.")
            .Add("password", PasswordRules.Fault(request.Password));

        if (errors.Any)
        {
            return ApiProblem.Validation(errors);
        }

        if (!token.Matches(request.Token!))
        {
            await audit.RecordAsync(new() { Action = AuditActions.SetUp, Outcome = AuditOutcomes.Refused }, CancellationToken.None);
            return AccessProblems.SetupTokenInvalid();
        }

        if (await accounts.TryCreateAsync(request.Password!, CancellationToken.None) is not { } account)
        {
            return AccessProblems.AlreadySetUp();
        }

        token.Withdraw();
        await context.SignInAsAsync(account);
        await audit.RecordAsync(new() { Action = AuditActions.SetUp, Outcome = AuditOutcomes.Succeeded }, CancellationToken.None);
        return TypedResults.Ok(new SignedIn(account.UserName));
    }

    // A class, not a record: a generated ToString() would print the secrets.
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed class SetupRequest
    {
        [Required]
        public string? Token { get; init; }

        [Required]
        public string? Password { get; init; }
    }
}
