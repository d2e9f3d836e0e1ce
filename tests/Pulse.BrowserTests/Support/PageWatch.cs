using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Pulse.BrowserTests.Support;

/// <summary>
/// Records the faults that no page of Pulse may have in any test: an error on the console, an uncaught exception,
/// a violation of the Content-Security-Policy, a request to another server than Pulse.
/// </summary>
public sealed partial class PageWatch(Uri address)
{
    private const string TellBreaches =
        "addEventListener('securitypolicyviolation', e => console.error(`CSP: ${e.effectiveDirective} blocked ${e.blockedURI} ${e.sample}`))";

    private readonly ConcurrentQueue<string> _problems = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentDictionary<int, bool> _expectedStatus = new();
    private volatile bool _expectsNoAnswer;
    private volatile bool _forgivesEverything;

    public IReadOnlyCollection<string> Problems => _problems;

    public IReadOnlyCollection<string> Unforgiven => _forgivesEverything ? [] : _problems;

    /// <summary>Every requested address.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    public async Task FollowAsync(IBrowserContext profile)
    {
        profile.Console += (_, message) => See(message);
        profile.WebError += (_, error) => _problems.Enqueue($"Uncaught: {error.Error}");
        profile.Request += (_, request) => See(new Uri(request.Url));
        await profile.AddInitScriptAsync(TellBreaches);
    }

    /// <summary>The test makes Pulse refuse a request: the browser's message about that status is not an error.</summary>
    public void Expect(int status) => _expectedStatus[status] = true;

    /// <summary>The test stops Pulse or the network: the browser's message about it is not an error.</summary>
    public void ExpectNoAnswer() => _expectsNoAnswer = true;

    /// <summary>For a test that causes all faults on purpose.</summary>
    public void ForgiveEverything() => _forgivesEverything = true;

    private void See(IConsoleMessage message)
    {
        if (message.Type == "error" && !IsExpected(message))
        {
            _problems.Enqueue($"Console: {message.Text} ({message.Location})");
        }
    }

    private bool IsExpected(IConsoleMessage message) =>
        (_expectsNoAnswer && message.Text.StartsWith("Failed to load resource: net::ERR_", StringComparison.Ordinal))
        || IsExpectedStatus(message);

    // The UI reads from a 401 that there is no session; every browser writes such an answer to the console.
    private bool IsExpectedStatus(IConsoleMessage message) =>
        FailedAnswer().Match(message.Text) is { Success: true } answer
        && int.Parse(answer.Groups["status"].Value, CultureInfo.InvariantCulture) is var status
        && (_expectedStatus.ContainsKey(status) || (status == 401 && message.Location.Contains("/api/access/session", StringComparison.Ordinal)));

    private void See(Uri request)
    {
        _requests.Enqueue(request.ToString());
        var isPulse = request.Scheme is "about" or "blob" or "data" || (request.Scheme == address.Scheme && request.Authority == address.Authority);
        if (!isPulse)
        {
            _problems.Enqueue($"A request to another host: {request}");
        }
    }

    [GeneratedRegex(@"^Failed to load resource: the server responded with a status of (?<status>\d+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FailedAnswer();
}
