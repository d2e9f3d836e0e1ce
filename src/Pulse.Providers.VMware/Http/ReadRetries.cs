using Polly;
using Polly.Retry;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.Providers.VMware.Http;

/// <summary>Repeats a read at most twice, after a short delay, and only if the connection was lost or the error is transient.</summary>
internal static class ReadRetries
{
    public static ResiliencePipeline Pipeline(TimeProvider clock) =>
        new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = 2,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromMilliseconds(250),
                UseJitter = true,
                ShouldHandle = arguments => ValueTask.FromResult(
                    arguments.Outcome.Exception is VCenterFailureException { IsTransient: true }
                        or PlatformFailureException { Category: FailureCategory.Unreachable }),
            })
            .Build();
}
