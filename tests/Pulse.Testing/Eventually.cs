using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Pulse.Testing;

/// <summary>
/// Waits for an event outside of the test's own code. Returns as soon as the event has happened. Patience is a number of looks,
/// not a time: on a busy machine each look takes longer, and so does the patience.
/// </summary>
public static class Eventually
{
    private const int Looks = 600;

    // The first looks follow each other quickly, since most events are near. The later ones leave the processor to the event.
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(100);

    /// <summary>Returns the first answer that meets the condition.</summary>
    public static async Task<T> GetAsync<T>(
        Func<Task<T>> ask, Func<T, bool> condition, [CallerArgumentExpression(nameof(condition))] string expected = "")
    {
        var started = Stopwatch.GetTimestamp();
        var pause = ShortestPause;
        for (var look = 1; ; look++)
        {
            var answer = await ask();
            if (condition(answer))
            {
                return answer;
            }

            if (look == Looks)
            {
                var waited = Stopwatch.GetElapsedTime(started);
                throw new TimeoutException($"Not seen in {Looks} looks within {waited.TotalSeconds:0} s: {expected}. Last: {Shown(answer)}");
            }

            await Task.Delay(pause, TimeProvider.System);
            pause = pause * 1.2 < LongestPause ? pause * 1.2 : LongestPause;
        }
    }

    private static string Shown<T>(T answer) =>
        answer is IEnumerable<object> many ? string.Join(", ", many) : answer?.ToString() ?? "nothing";

    public static Task UntilAsync(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string expected = "") =>
        GetAsync(() => Task.FromResult(condition()), met => met, expected);
}
