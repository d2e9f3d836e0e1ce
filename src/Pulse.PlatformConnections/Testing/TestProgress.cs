using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Pulse.PlatformConnections.Testing;

/// <summary>One line of a streamed test: a step that ended, or, as the last line, what came of the test.</summary>
internal sealed record TestProgress
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TestStep? Step { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TestReport? Report { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ProblemDetails? Problem { get; init; }
}

/// <summary>
/// The lines of one answer. It begins with the first of them and not before, so that what is known until then can still be
/// said with a status of its own.
/// </summary>
internal sealed class TestLines(HttpContext http, JsonSerializerOptions json)
{
    public const string ContentType = "application/x-ndjson";

    public bool HaveBegun { get; private set; }

    public async Task WriteAsync(TestProgress line)
    {
        if (!HaveBegun)
        {
            Begin();
        }

        byte[] bytes = [.. JsonSerializer.SerializeToUtf8Bytes(line, json), (byte)'\n'];
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
    }

    private void Begin()
    {
        HaveBegun = true;
        http.Response.ContentType = ContentType;

        // Neither a middleware nor a proxy in front may collect the lines.
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        http.Response.Headers["X-Accel-Buffering"] = "no";
    }
}
