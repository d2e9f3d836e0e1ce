using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Tests.Logins;

/// <summary>The table of the hold. <see cref="Properties.LoginHoldProperties"/> holds the limit for logins at any times.</summary>
public sealed class LoginHoldTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    // The system locks an account after five refusals in 180 seconds, so Pulse allows three.
    private static readonly LoginLimits Limits = new(5, TimeSpan.FromSeconds(180));

    [Theory]
    [InlineData("no refusal", "", "", null)]
    [InlineData("the same secret waits five minutes", "0", "", 300)]
    [InlineData("the same secret waits five minutes", "299", "", 1)]
    [InlineData("the same secret waits five minutes", "300", "", null)]
    [InlineData("the newest refusal of the same secret counts", "86400 60", "", 240)]
    [InlineData("another secret may be tried at once", "", "0", null)]
    [InlineData("another secret may be tried at once", "", "10 0", null)]
    [InlineData("after three refusals all secrets wait until the oldest is 180 seconds old", "", "170 100 10", 10)]
    [InlineData("after three refusals all secrets wait until the oldest is 180 seconds old", "", "180 100 10", null)]
    [InlineData("the longer of the two waits applies", "10", "170 100", 290)]
    [InlineData("the longer of the two waits applies", "250", "10 5 0", 170)]
    public void A_login_waits_after_refusals_of_its_secret_and_of_other_secrets(string rule, string sameSecret, string others, int? wait)
    {
        var hold = Judge(sameSecret, others);

        hold?.Wait.TotalSeconds.Should().Be(wait, rule);
        hold?.RetryAt.Should().Be(Now.AddSeconds(wait!.Value), rule);
        (hold is null).Should().Be(wait is null, rule);
    }

    [Theory]
    [InlineData("one refusal", "60", true, true, false)]
    [InlineData("two refusals, however long ago the first was", "86400 60", true, true, true)]
    [InlineData("two refusals, however long ago the first was", "86400 60", false, true, true)]
    [InlineData("a poll does not try a secret a third time", "86400 3600", true, true, true)]
    [InlineData("an administrator may try a secret a third time", "86400 3600", false, false, false)]
    public void Two_refusals_of_a_secret_suspend_the_polls(string rule, string sameSecret, bool isPoll, bool held, bool suspends)
    {
        var hold = Judge(sameSecret, others: "", isPoll);

        (hold is not null, hold?.Suspends ?? false).Should().Be((held, suspends), rule);
    }

    private static LoginHold? Judge(string sameSecret, string others, bool isPoll = false) =>
        LoginHold.Judge([.. Ages(sameSecret).Select(age => (age, true)), .. Ages(others).Select(age => (age, false))], Limits, isPoll, Now);

    private static IEnumerable<TimeSpan> Ages(string seconds) =>
        seconds.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => TimeSpan.FromSeconds(int.Parse(text)));
}
