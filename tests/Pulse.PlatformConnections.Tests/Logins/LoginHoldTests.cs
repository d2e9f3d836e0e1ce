using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Tests.Logins;

public sealed class LoginHoldTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_account_without_refusals_may_be_tried() => Judge([]).Should().BeNull();

    [Theory]
    [InlineData(1, true)]
    [InlineData(299, true)]
    [InlineData(300, false)]
    public void The_same_secret_waits_five_minutes(int secondsAgo, bool held) =>
        (Judge([(secondsAgo, true)]) is not null).Should().Be(held);

    [Fact]
    public void Another_secret_may_be_tried_at_once() => Judge([(0, false)]).Should().BeNull();

    [Fact]
    public void After_three_refusals_of_any_secret_the_account_waits_until_the_first_is_180_seconds_old()
    {
        var hold = Judge([(170, false), (100, false), (10, false)]);

        (hold!.Wait, hold.RetryAt).Should().Be((TimeSpan.FromSeconds(10), Now.AddSeconds(10)));
        Judge([(180, false), (100, false), (10, false)]).Should().BeNull();
    }

    [Fact]
    public void Never_more_than_three_refusals_fall_into_any_180_seconds()
    {
        var refused = new List<int>();
        for (var second = 0; second < 20 * 60; second++)
        {
            if (Judge([.. refused.Select(at => (second - at, SameSecret: false))]) is null)
            {
                refused.Add(second);
            }
        }

        refused.Should().HaveCountGreaterThan(15);
        refused.Should().OnlyContain(at => refused.Count(other => other >= at && other < at + 180) <= 3);
    }

    [Fact]
    public void Two_refusals_of_the_same_secret_suspend_however_long_ago_the_first_was() =>
        Judge([(86_400, true), (60, true)])!.Suspends.Should().BeTrue();

    [Fact]
    public void A_poll_does_not_try_a_secret_a_third_time_by_itself_but_an_admin_may()
    {
        Judge([(86_400, true), (3_600, true)], isPoll: true)!.Suspends.Should().BeTrue();
        Judge([(86_400, true), (3_600, true)], isPoll: false).Should().BeNull();
    }

    private static LoginHold? Judge(IReadOnlyCollection<(int SecondsAgo, bool SameSecret)> refusals, bool isPoll = false) =>
        LoginHold.Judge([.. refusals.Select(refusal => (TimeSpan.FromSeconds(refusal.SecondsAgo), refusal.SameSecret))], isPoll, Now);
}
