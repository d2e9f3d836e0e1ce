using Pulse.PlatformConnections.Polling;

namespace Pulse.PlatformConnections.Tests.Polling;

public sealed class LoginHoldTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_account_without_refusals_may_be_tried() => LoginHold.Judge([], Now).Should().BeNull();

    [Theory]
    [InlineData(1, true)]
    [InlineData(299, true)]
    [InlineData(300, false)]
    public void The_same_secret_waits_five_minutes(int secondsAgo, bool held) =>
        (LoginHold.Judge([(Now.AddSeconds(-secondsAgo), true)], Now) is not null).Should().Be(held);

    [Fact]
    public void Another_secret_may_be_tried_at_once() => LoginHold.Judge([(Now, false)], Now).Should().BeNull();

    [Fact]
    public void After_three_refusals_of_any_secret_the_account_waits_until_the_first_is_180_seconds_old()
    {
        var hold = LoginHold.Judge([(Now.AddSeconds(-170), false), (Now.AddSeconds(-100), false), (Now.AddSeconds(-10), false)], Now);

        hold!.RetryAt.Should().Be(Now.AddSeconds(10));
        LoginHold.Judge([(Now.AddSeconds(-180), false), (Now.AddSeconds(-100), false), (Now.AddSeconds(-10), false)], Now).Should().BeNull();
    }

    [Fact]
    public void Never_more_than_three_refusals_fall_into_any_180_seconds()
    {
        var refused = new List<DateTimeOffset>();
        for (var now = Now; now < Now.AddMinutes(20); now = now.AddSeconds(1))
        {
            if (LoginHold.Judge([.. refused.Select(at => (at, SameSecret: false))], now) is null)
            {
                refused.Add(now);
            }
        }

        refused.Should().HaveCountGreaterThan(15);
        refused.Should().OnlyContain(at => refused.Count(other => other >= at && other < at.AddSeconds(180)) <= 3);
    }

    [Fact]
    public void Two_refusals_of_the_same_secret_suspend_however_long_ago_the_first_was()
    {
        var hold = LoginHold.Judge([(Now.AddDays(-1), true), (Now.AddMinutes(-1), true)], Now);

        hold!.Suspends.Should().BeTrue();
    }
}
