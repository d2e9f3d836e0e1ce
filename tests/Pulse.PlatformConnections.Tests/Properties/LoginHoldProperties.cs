using CsCheck;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Tests.Properties;

public sealed class LoginHoldProperties
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private static readonly Gen<LoginLimits?> Limits = Gen.Null(
        Gen.Select(Gen.Int[2, 10], Gen.Int[1, 900], (refusals, seconds) => new LoginLimits(refusals, TimeSpan.FromSeconds(seconds))));

    private static readonly Gen<(TimeSpan Age, bool SameSecret)[]> Refusals =
        Gen.Select(Gen.Int[0, 1200].Select(seconds => TimeSpan.FromSeconds(seconds)), Gen.Bool).Array[0, 12];

    [Fact]
    public void Logins_at_any_times_never_bring_an_account_near_its_lock() =>
        Gen.Select(Limits, Gen.Select(Gen.Int[0, 120], Gen.Bool, Gen.Bool).Array[0, 60]).Sample(
            (limits, tries) =>
            {
                var (second, refused) = (0, new List<(int At, bool SameSecret)>());
                foreach (var (gap, sameSecret, isPoll) in tries)
                {
                    second += gap;
                    var before = refused.Select(one => (TimeSpan.FromSeconds(second - one.At), one.SameSecret == sameSecret)).ToList();
                    if (LoginHold.Judge(before, limits, isPoll, Now) is null)
                    {
                        refused.Add((second, sameSecret));
                    }
                }

                return limits is null || refused.TrueForAll(one =>
                    refused.Count(other => other.At >= one.At && other.At < one.At + limits.Window.TotalSeconds) <= limits.Allowed);
            },
            iter: Repeat.Costly,
            threads: 1);

    [Fact]
    public void A_hold_ends_when_its_wait_is_over_and_not_before() => Gen.Select(Refusals, Limits).Sample(
        (refusals, limits) =>
        {
            if (LoginHold.Judge(refusals, limits, isPoll: false, Now) is not { } hold)
            {
                return true;
            }

            LoginHold? After(TimeSpan time) =>
                LoginHold.Judge([.. refusals.Select(refusal => (refusal.Age + time, refusal.SameSecret))], limits, isPoll: false, Now + time);

            return hold.RetryAt == Now + hold.Wait && After(hold.Wait) is null && After(hold.Wait - TimeSpan.FromTicks(1)) is not null;
        },
        iter: Repeat.Cheap,
        threads: 1);

    [Fact]
    public void The_order_of_the_refusals_does_not_matter() =>
        Gen.Select(Refusals, Limits, Gen.Bool).SelectMany((refusals, limits, isPoll) => Gen.Shuffle(refusals).Select(shuffled => (refusals, shuffled, limits, isPoll))).Sample(
            (refusals, shuffled, limits, isPoll) => LoginHold.Judge(refusals, limits, isPoll, Now) == LoginHold.Judge(shuffled, limits, isPoll, Now),
            iter: Repeat.Cheap,
            threads: 1);
}
