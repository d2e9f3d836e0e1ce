using Polly;
using Polly.Retry;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.Providers.VMware.Http;

/// <summary>How a read is repeated: twice at most, soon, and only when the connection was lost or vCenter is passing through a bad moment.</summary>
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
                    arguments.Outcome.Exception is VCenterFailureException { Passing: true }
                        or PlatformFailureException { Category: FailureCategory.Unreachable }),
            })
            .Build();
}
