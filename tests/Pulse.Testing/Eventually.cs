using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Pulse.Testing;

/// <summary>Waits for an event outside of the test's own code. Returns as soon as the event has happened; only a defect reaches the time limit.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Returns the first answer that meets the condition.</summary>
    public static async Task<T> GetAsync<T>(
        Func<Task<T>> ask, Func<T, bool> condition, [CallerArgumentExpression(nameof(condition))] string expected = "")
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var answer = await ask();
            if (condition(answer))
            {
                return answer;
            }

            if (Stopwatch.GetElapsedTime(started) > Patience)
            {
                throw new TimeoutException($"Not seen within {Patience.TotalSeconds} s: {expected}. Last: {Shown(answer)}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }
    }

    private static string Shown<T>(T answer) =>
        answer is IEnumerable<object> many ? string.Join(", ", many) : answer?.ToString() ?? "nothing";

    public static Task UntilAsync(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string expected = "") =>
        GetAsync(() => Task.FromResult(condition()), met => met, expected);
}
