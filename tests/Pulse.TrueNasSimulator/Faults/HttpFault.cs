using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;

namespace Pulse.Simulation.TrueNas;

/// <summary>Something that goes wrong with one HTTP request, before there is a WebSocket.</summary>
public sealed class HttpFault
{
    private const string ProxyPage = "<!DOCTYPE html>\n<html><head><title>Proxy</title></head><body><h1>The request was stopped on its way</h1></body></html>\n";

    private readonly Func<TrueNasState, HttpContext, Func<Task>, Task> _run;

    private HttpFault(Func<TrueNasState, HttpContext, Func<Task>, Task> run) => _run = run;

    /// <summary>Closes the connection with a TCP reset instead of an answer.</summary>
    public static HttpFault ResetConnection { get; } = new((_, http, _) =>
    {
        if (http.Features.Get<IConnectionSocketFeature>() is { } connection)
        {
            connection.Socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        http.Abort();
        return Task.CompletedTask;
    });

    /// <summary>Never answers.</summary>
    public static HttpFault Silence { get; } = new((nas, http, _) => Task.Delay(Timeout.InfiniteTimeSpan, nas.Time, http.RequestAborted));

    /// <summary>Begins a JSON answer and never ends it, as fast as the client reads.</summary>
    public static HttpFault EndlessAnswer { get; } = new(async (_, http, _) =>
    {
        var chunk = new byte[16 * 1024];
        Array.Fill(chunk, (byte)' ');
        http.Response.ContentType = "application/json";
        while (!http.RequestAborted.IsCancellationRequested)
        {
            await http.Response.Body.WriteAsync(chunk, http.RequestAborted);
        }
    });

    /// <summary>Sends the client elsewhere, for example from https to http.</summary>
    public static HttpFault RedirectTo(string location, int status = StatusCodes.Status302Found) => new((_, http, _) =>
    {
        http.Response.Headers.Location = location;
        return HttpAnswer.StatusAsync(http, status);
    });

    /// <summary>Answers with the page of a proxy, instead of a handshake too.</summary>
    public static HttpFault ProxyPageWith(int status) => Respond(status, "text/html; charset=utf-8", ProxyPage);

    /// <summary>Answers with a body of one's own.</summary>
    public static HttpFault Respond(int status, string contentType, string body) => new((_, http, _) => HttpAnswer.TextAsync(http, status, contentType, body));

    /// <summary>Serves the request late.</summary>
    public static HttpFault Delay(TimeSpan delay) => new(async (nas, http, next) =>
    {
        await Task.Delay(delay, nas.Time, http.RequestAborted);
        await next();
    });

    internal Task RunAsync(TrueNasState nas, HttpContext http, Func<Task> next) => _run(nas, http, next);
}
