using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Pulse.PlatformConnections.Contracts;

namespace Pulse.PlatformConnections.Connections;

/// <summary>
/// The lines of one answer. The answer begins with the first line and not before, so that an earlier error can still have
/// its own status.
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

        // No middleware and no proxy in front may buffer the lines.
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        http.Response.Headers["X-Accel-Buffering"] = "no";
    }
}
