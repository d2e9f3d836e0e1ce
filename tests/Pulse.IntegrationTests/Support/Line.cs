using System.IO.Pipelines;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using WireMock;
using WireMock.ResponseBuilders;

namespace Pulse.IntegrationTests.Support;

/// <summary>
/// The connection between Pulse and a stub. WireMock.Net sends only whole answers: it cannot break the connection, or send an answer slowly or without
/// an end, and it writes a delayed answer into its journal only after the delay. So a stub sets headers that tell this class what to do. They are not sent.
/// </summary>
internal static class Line
{
    private const string Fault = "Line-Fault";
    private const string Duration = "Line-Duration";
    private const string Pieces = "Line-Pieces";
    private const string RepeatFrom = "Line-Repeat-From";

    /// <summary>The connection breaks, and nothing of the answer arrives.</summary>
    public static IResponseBuilder Broken(LineFault fault) => Response.Create().WithHeader(Fault, fault.ToString());

    /// <summary>The answer takes this time. It is sent in pieces of the same size.</summary>
    public static IResponseBuilder Over(this IResponseBuilder answer, TimeSpan duration, int pieces = 1) =>
        answer.WithHeader(Duration, duration.ToString()).WithHeader(Pieces, $"{pieces}");

    /// <summary>The answer never ends: its text from an index on is sent again and again.</summary>
    public static IResponseBuilder WithoutEnd(this IResponseBuilder answer, int repeatFrom = 0) => answer.WithHeader(RepeatFrom, $"{repeatFrom}");

    public static bool Breaks(IResponseMessage answer) => answer.Headers!.ContainsKey(Fault);

    /// <summary>Stores the output of each socket, below TLS.</summary>
    public static void Hold(IServiceCollection services) => services.Configure<KestrelServerOptions>(kestrel =>
        kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Use(next => connection =>
        {
            connection.Features.Set(new Wire(connection.Transport.Output));
            return next(connection);
        })));

    /// <summary>Adds the middleware that runs before WireMock.Net.</summary>
    public static void Lay(IApplicationBuilder server, TaskCompletionSource<long> hungUp, Action pieceSent) => server.Use(async (context, next) =>
    {
        // WireMock.Net decodes a path twice. So the path is encoded twice more, and is matched and kept in the received form.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        context.Request.Path = target.Split('?')[0].Replace("%", "%2525", StringComparison.Ordinal).Replace("+", "%252B", StringComparison.Ordinal);

        var line = context.Response.Body;
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        await next(context);
        context.Response.Body = line;

        var (fault, duration, pieces, repeatFrom) = (Take(context, Fault), Take(context, Duration), Take(context, Pieces), Take(context, RepeatFrom));
        if (fault is not null)
        {
            await BreakAsync(context, Enum.Parse<LineFault>(fault));
        }
        else if (duration is not null)
        {
            await TrickleAsync(context, answer.ToArray(), TimeSpan.Parse(duration), int.Parse(pieces!), pieceSent);
        }
        else if (repeatFrom is not null)
        {
            hungUp.TrySetResult(await RepeatAsync(context, answer.ToArray(), int.Parse(repeatFrom)));
        }
        else if (answer.Length > 0)
        {
            await line.WriteAsync(answer.ToArray());
        }
    });

    private static string? Take(HttpContext context, string header) =>
        context.Response.Headers.Remove(header, out var value) ? value.ToString() : null;

    private static async Task TrickleAsync(HttpContext context, byte[] answer, TimeSpan duration, int pieces, Action pieceSent)
    {
        try
        {
            for (var piece = 0; piece < pieces; piece++)
            {
                await Task.Delay(duration / pieces, TimeProvider.System, context.RequestAborted);
                await context.Response.Body.WriteAsync(answer.AsMemory((answer.Length * piece / pieces)..(answer.Length * (piece + 1) / pieces)));
                await context.Response.Body.FlushAsync(context.RequestAborted);
                pieceSent();
            }
        }
        catch (OperationCanceledException)
        {
            // Pulse has hung up.
        }
    }

    /// <returns>The number of bytes that were sent until Pulse hung up.</returns>
    private static async Task<long> RepeatAsync(HttpContext context, ReadOnlyMemory<byte> answer, int repeatFrom)
    {
        context.Response.ContentLength = null;
        var sent = 0L;
        for (var next = answer; !context.RequestAborted.IsCancellationRequested; next = answer[repeatFrom..])
        {
            await context.Response.Body.WriteAsync(next);
            sent += next.Length;
        }

        return sent;
    }

    private static async Task BreakAsync(HttpContext context, LineFault fault)
    {
        var hungUp = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(hungUp.SetResult);
        if (fault == LineFault.ConnectionResetByPeer)
        {
            var socket = context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
            socket.Dispose();
        }
        else
        {
            if (fault == LineFault.MalformedResponseChunk)
            {
                await context.Response.StartAsync();
            }

            if (fault != LineFault.EmptyResponse)
            {
                await context.Features.GetRequiredFeature<IConnectionTransportFeature>().Transport.Output.WriteAsync("no HTTP at all"u8.ToArray());
            }

            // The socket closes after it has sent the written bytes.
            await context.Features.GetRequiredFeature<Wire>().Output.CompleteAsync();
        }

        await hungUp.Task;
    }

    private sealed record Wire(PipeWriter Output);
}
