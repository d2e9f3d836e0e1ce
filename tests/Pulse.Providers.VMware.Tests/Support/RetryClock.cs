using Pulse.Testing;

namespace Pulse.Providers.VMware.Tests.Support;

/// <summary>The test clock, set to the time of the certificates that the tests make. The waits between retries are over at once.</summary>
internal static class RetryClock
{
    private static readonly TimeSpan LongestWaitForARetry = TimeSpan.FromSeconds(1.5);

    public static TestClock Create() => new(TimeProvider.System.GetUtcNow()) { EndsWaitsUpTo = LongestWaitForARetry };
}
