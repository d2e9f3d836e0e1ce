using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Pulse.PlatformConnections.Contracts;

namespace Pulse.PlatformConnections.Connections;

/// <summary>
/// The lines of one answer. It begins with the first of them and not before, so that what is known until then can still be
/// said with a status of its own.
/// </summary>
internal sealed class TestLines(HttpContext http, JsonSerializerOptions json)
{
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
        http.Response.ContentType = TestProgress.ContentType;

        // Neither a middleware nor a proxy in front may collect the lines.
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        http.Response.Headers["X-Accel-Buffering"] = "no";
    }
}
