using Microsoft.Extensions.Options;
using Pulse.PlatformConnections.Configuration;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Attempts;

/// <summary>The limits of one attempt.</summary>
internal sealed class AttemptLimits(IOptions<PollingOptions> polls, IOptions<TestOptions> tests, IOptions<ReadLimits> reads)
{
    /// <summary>The largest number of issues that Pulse keeps of one read.</summary>
    public int Issues => reads.Value.Issues;

    /// <summary>The time limit of an attempt.</summary>
    public TimeSpan TimeOf(AttemptPurpose purpose) =>
        TimeSpan.FromSeconds(purpose == AttemptPurpose.Poll ? polls.Value.TimeoutSeconds : tests.Value.TimeoutSeconds);
}
