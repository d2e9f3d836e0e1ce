using Microsoft.Extensions.Options;
using Pulse.PlatformConnections.Configuration;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Attempts;

/// <summary>What one attempt may take and bring.</summary>
internal sealed class AttemptLimits(IOptions<PollingOptions> polls, IOptions<TestOptions> tests, IOptions<ReadLimits> reads)
{
    /// <summary>How many issues of one read are kept.</summary>
    public int Issues => reads.Value.Issues;

    /// <summary>How long an attempt may take.</summary>
    public TimeSpan TimeOf(AttemptPurpose purpose) =>
        TimeSpan.FromSeconds(purpose == AttemptPurpose.Poll ? polls.Value.TimeoutSeconds : tests.Value.TimeoutSeconds);
}
