using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Pulse.Access.Http;
using Pulse.PlatformConnections.Contracts;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connections;

/// <summary>Answers a test with its report. If the client accepts lines, answers with each step as it ends and then the report.</summary>
internal sealed class TestAnswer(IOptions<JsonOptions> json)
{
    /// <param name="http">The request.</param>
    /// <param name="body">The entered settings, if any.</param>
    /// <param name="redact">Whether the report will be shared. Then the steps are not streamed, because they contain the names.</param>
    /// <param name="test">Runs the test.</param>
    /// <returns>The answer; empty if it was sent already.</returns>
    public async Task<Results<Ok<TestReport>, ProblemHttpResult, EmptyHttpResult>> SendAsync(
        HttpContext http, JsonObjectBody? body, bool redact, Func<TestRequest, Task<Outcome<TestReport>>> test)
    {
        var lines = PrefersLines(http.Request) ? new TestLines(http, json.Value.SerializerOptions) : null;
        var request = new TestRequest { Settings = body?.Value ?? TestRequest.NoSettings, Redact = redact };
        var ended = lines is null || redact ? await test(request) : await FollowAsync(lines, request, test);
        var problem = ended.Refusal is { } refusal ? ConnectionProblems.Of(refusal) : null;
        if (lines is null || (problem is not null && !lines.HaveBegun))
        {
            return problem is null ? TypedResults.Ok(ended.Value) : problem;
        }

        await lines.WriteAsync(problem is null ? new TestProgress { Report = ended.Value } : new TestProgress { Problem = problem.ProblemDetails });
        return TypedResults.Empty;
    }

    // The test writes its steps only to the channel, so that a slow client does not use the time of the test. All steps are
    // sent before this method returns, so that no line is sent together with the last line or after the request.
    private static async Task<Outcome<TestReport>> FollowAsync(
        TestLines lines, TestRequest request, Func<TestRequest, Task<Outcome<TestReport>>> test)
    {
        var steps = Channel.CreateUnbounded<TestStep>();
        var writing = WriteAsync(lines, steps.Reader);
        try
        {
            return await test(new() { Settings = request.Settings, StepEnded = step => steps.Writer.TryWrite(step) });
        }
        finally
        {
            steps.Writer.Complete();
            await writing;
        }
    }

    private static async Task WriteAsync(TestLines lines, ChannelReader<TestStep> steps)
    {
        // Ends with the test, which ends when the client disconnects.
        await foreach (var step in steps.ReadAllAsync(CancellationToken.None))
        {
            await lines.WriteAsync(new TestProgress { Step = step });
        }
    }

    /// <summary>Whether the client accepts lines by their name, and prefers JSON no more than lines.</summary>
    private static bool PrefersLines(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        var json = QualityOf("application/json") ?? QualityOf("application/*") ?? QualityOf("*/*") ?? 0;
        return QualityOf(TestProgress.ContentType) is { } lines && lines > 0 && lines >= json;

        double? QualityOf(string range) => accepted
            .Where(entry => entry.MediaType.Equals(range, StringComparison.OrdinalIgnoreCase))
            .Max(entry => (double?)(entry.Quality ?? 1));
    }
}
