using System.Net;
using System.Text.Json;

namespace Pulse.Simulation.TrueNas;

/// <summary>One HTTP request as nginx and the middleware serve it: fault rules first, then the few paths without a WebSocket, then the socket.</summary>
internal sealed class HttpPipeline(TrueNasState nas)
{
    private const string UserInterface = "<!DOCTYPE html>\n<html><head><title>TrueNAS</title></head><body></body></html>\n";

    public Task HandleAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        nas.Counters.Request(path);
        return nas.Faults.NextHttp(path) is { } fault ? fault.RunAsync(nas, http, () => ServeAsync(http, path)) : ServeAsync(http, path);
    }

    private Task ServeAsync(HttpContext http, string path)
    {
        if (path.StartsWith("/ui", StringComparison.Ordinal))
        {
            return HttpAnswer.TextAsync(http, StatusCodes.Status200OK, "text/html", UserInterface);
        }

        // The simulator has no REST: an anonymous caller is not told more than this by a real one either.
        if (path.StartsWith("/api/v2.0", StringComparison.Ordinal))
        {
            return HttpAnswer.StatusAsync(http, nas.Profile.HasRest ? StatusCodes.Status401Unauthorized : StatusCodes.Status404NotFound);
        }

        // The legacy WebSocket is not simulated.
        if (path.StartsWith("/websocket", StringComparison.Ordinal))
        {
            return HttpAnswer.StatusAsync(http, StatusCodes.Status501NotImplemented);
        }

        // facts.md#1: CORE 13 leads a handshake at /api/current to its pages. The facts allow 404 and a redirect for /api/versions there.
        if (nas.Profile.IsCore || !path.StartsWith("/api", StringComparison.Ordinal))
        {
            return RedirectAsync(http, path);
        }

        return path switch
        {
            "/api/versions" => ReadAsync(http, nas.Profile.ApiVersions),
            "/api/boot_id" when nas.Profile.HasBootId => ReadAsync(http, nas.Inventory.BootId),
            _ when nas.Profile.Serves(path) => OpenAsync(http),
            _ => HttpAnswer.StatusAsync(http, StatusCodes.Status404NotFound),
        };
    }

    private Task RedirectAsync(HttpContext http, string path)
    {
        if (nas.Profile.IsCore && path == "/api/versions" && nas.Faults.CoreVersionsStatus != StatusCodes.Status302Found)
        {
            return HttpAnswer.StatusAsync(http, nas.Faults.CoreVersionsStatus);
        }

        http.Response.Headers.Location = $"{http.Request.Scheme}://{http.Request.Host}/ui/";
        return HttpAnswer.StatusAsync(http, StatusCodes.Status302Found);
    }

    private static Task ReadAsync(HttpContext http, object answer) => HttpMethods.IsGet(http.Request.Method)
        ? HttpAnswer.TextAsync(http, StatusCodes.Status200OK, "application/json", JsonSerializer.Serialize(answer))
        : HttpAnswer.StatusAsync(http, StatusCodes.Status405MethodNotAllowed);

    private async Task OpenAsync(HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            var isGet = HttpMethods.IsGet(http.Request.Method);
            await HttpAnswer.StatusAsync(http, isGet ? StatusCodes.Status400BadRequest : StatusCodes.Status405MethodNotAllowed);
            return;
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        await using var client = new ClientSocket(nas, socket, new(http.Request.IsHttps, AddressOf(http)), http.Abort);
        await client.RunAsync(http.RequestAborted);
    }

    private static IPAddress AddressOf(HttpContext http) => http.Connection.RemoteIpAddress ?? IPAddress.Loopback;
}
