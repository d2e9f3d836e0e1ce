using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Pulse.Access.Http;

namespace Pulse.Access.SignIn;

/// <summary>
/// Ten attempts a minute from one address. The lock-out protects the account; this limit protects the processor:
/// each attempt costs a deliberately slow hash.
/// </summary>
internal sealed class SignInRateLimit(TimeProvider time) : IRateLimiterPolicy<IPAddress>
{
    public const string Name = "sign-in";
    public const int Attempts = 10;

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected { get; } = async (rejected, _) =>
    {
        if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter))
        {
            rejected.HttpContext.SetRetryAfter(retryAfter);
        }

        await AccessProblems.RateLimited().ExecuteAsync(rejected.HttpContext);
    };

    public RateLimitPartition<IPAddress> GetPartition(HttpContext httpContext) => RateLimitPartition.Get(
        httpContext.Connection.RemoteIpAddress ?? IPAddress.None,
        _ => (RateLimiter)new AttemptWindow(Attempts, TimeSpan.FromMinutes(1), time));
}
