using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pulse.Access.Audit;
using Pulse.Access.Credentials;
using Pulse.Access.SignIn;

namespace Pulse.Access.Setup;

/// <summary>Makes sure, before the first request, that there is an admin or a setup token to create one.</summary>
internal sealed partial class FirstStart(
    IServiceScopeFactory scopes, SetupToken token, IAuditTrail audit, IOptions<AccessOptions> options, ILogger<FirstStart> logger)
    : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<AdminAccounts>();

        if (await accounts.ExistAsync(cancellationToken))
        {
            token.Withdraw();
        }
        else if (options.Value.AdminPassword is { } password)
        {
            await CreateAdminAsync(accounts, password, cancellationToken);
            token.Withdraw();
        }
        else
        {
            token.Offer();
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task CreateAdminAsync(AdminAccounts accounts, string password, CancellationToken cancellationToken)
    {
        // Another instance may have created the admin.
        if (await accounts.TryCreateAsync(password, cancellationToken) is not null)
        {
            Log.Created(logger, AccessOptions.AdminPasswordKey);
            await audit.RecordAsync(
                new() { Action = AuditActions.SetUp, Outcome = AuditOutcomes.Succeeded, Detail = "By configuration, unattended." },
                cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1003, LogLevel.Information, "Created the admin with the password from {Key}")]
        public static partial void Created(ILogger logger, string key);
    }
}
