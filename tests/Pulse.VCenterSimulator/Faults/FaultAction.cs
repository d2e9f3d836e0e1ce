using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;

namespace Pulse.Simulation;

/// <summary>A fault of one request.</summary>
public sealed class FaultAction
{
    private const string ProxyPage = "<!DOCTYPE html>\n<html><head><title>Proxy</title></head><body><h1>The request was stopped on its way</h1></body></html>\n";
    private const string Unavailable = """{"error_type":"SERVICE_UNAVAILABLE","messages":[{"id":"com.vmware.vapi.endpoint.unavailable","default_message":"Service is not available.","args":[]}]}""";

    private readonly Func<VCenterState, HttpContext, Func<Task>, Task> _run;

    private FaultAction(Func<VCenterState, HttpContext, Func<Task>, Task> run) => _run = run;

    /// <summary>Closes the connection with a TCP reset instead of an answer.</summary>
    public static FaultAction ResetConnection { get; } = new((_, http, _) =>
    {
        if (http.Features.Get<IConnectionSocketFeature>() is { } connection)
        {
            connection.Socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        http.Abort();
        return Task.CompletedTask;
    });

    /// <summary>Never answers.</summary>
    public static FaultAction Silence { get; } = new((vcenter, http, _) =>
        Task.Delay(Timeout.InfiniteTimeSpan, vcenter.Options.TimeProvider, http.RequestAborted));

    /// <summary>Sends the headers of the real answer and then nothing.</summary>
    public static FaultAction StalledBody { get; } = new(async (vcenter, http, next) =>
    {
        await CaptureAsync(http, next);
        await http.Response.StartAsync(http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
        await Task.Delay(Timeout.InfiniteTimeSpan, vcenter.Options.TimeProvider, http.RequestAborted);
    });

    /// <summary>Sends a JSON answer without an end, as fast as the client reads.</summary>
    public static FaultAction EndlessAnswer { get; } = new(async (vcenter, http, _) =>
    {
        var chunk = Encoding.ASCII.GetBytes(new string(' ', 16 * 1024));
        http.Response.ContentType = Answer.Json;
        await http.Response.Body.WriteAsync("["u8.ToArray(), http.RequestAborted);
        while (!http.RequestAborted.IsCancellationRequested)
        {
            await http.Response.Body.WriteAsync(chunk, http.RequestAborted);
            vcenter.Requests.AddBytes(chunk.Length);
        }
    });

    /// <summary>Cuts the real answer in the middle. The HTTP message is complete, but its JSON is not.</summary>
    public static FaultAction TruncatedJson { get; } = new(async (_, http, next) =>
    {
        var whole = await CaptureAsync(http, next);
        await http.Response.Body.WriteAsync(whole.AsMemory(0, whole.Length / 2), http.RequestAborted);
    });

    /// <summary>Ends the session of the request before it is served.</summary>
    public static FaultAction DropSession { get; } = new((vcenter, http, next) =>
    {
        var token = http.Request.Headers[SignIn.SessionHeader].ToString();
        vcenter.Sessions.Drop([.. vcenter.Sessions.List().Where(session => session.Token == token)]);
        return next();
    });

    /// <summary>Answers with a null, in the form of <see cref="FaultSwitches.NullForm"/>.</summary>
    public static FaultAction Null { get; } = new((vcenter, http, _) => Answer.NullAsync(vcenter, http));

    /// <summary>Answers 503, with the JSON of the API or with nothing, as envoy does.</summary>
    public static FaultAction ServiceUnavailable(bool json = true, TimeSpan? retryAfter = null) => new((vcenter, http, _) =>
    {
        if (retryAfter is { } wait)
        {
            http.Response.Headers.RetryAfter = ((int)wait.TotalSeconds).ToString();
        }

        return Answer.TextAsync(vcenter, http, StatusCodes.Status503ServiceUnavailable, Answer.Json, json ? Unavailable : "");
    });

    /// <summary>Answers with the page of a proxy: 401, 403 or even 200.</summary>
    public static FaultAction ProxyPageWith(int status) => new((vcenter, http, _) =>
        Answer.TextAsync(vcenter, http, status, "text/html; charset=utf-8", ProxyPage));

    /// <summary>Serves the request late.</summary>
    public static FaultAction Delay(TimeSpan delay) => new(async (vcenter, http, next) =>
    {
        await Task.Delay(delay, vcenter.Options.TimeProvider, http.RequestAborted);
        await next();
    });

    /// <summary>Sends the real answer a byte at a time.</summary>
    public static FaultAction Drip(TimeSpan interval) => new(async (vcenter, http, next) =>
    {
        foreach (var letter in await CaptureAsync(http, next))
        {
            await http.Response.Body.WriteAsync(new[] { letter }, http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await Task.Delay(interval, vcenter.Options.TimeProvider, http.RequestAborted);
        }
    });

    /// <summary>Changes the text of the real answer.</summary>
    public static FaultAction Rewrite(Func<string, string> change) => new(async (_, http, next) =>
    {
        var whole = Encoding.UTF8.GetString(await CaptureAsync(http, next));
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(change(whole)), http.RequestAborted);
    });

    /// <summary>Changes the real answer: its status, its bytes, and its Retry-After.</summary>
    public static FaultAction Change(Func<WholeAnswer, WholeAnswer> change) => new(async (_, http, next) =>
    {
        var whole = await CaptureAsync(http, next);
        var changed = change(new(http.Response.StatusCode, whole));
        http.Response.StatusCode = changed.Status;
        http.Response.Headers.RetryAfter = changed.RetryAfter;
        await http.Response.Body.WriteAsync(changed.Body, http.RequestAborted);
    });

    /// <summary>Answers a VI JSON request as to an account that lacks a privilege on its object.</summary>
    public static FaultAction Denied(string privilege) => new((vcenter, http, _) =>
    {
        var target = VimPath.TryParse(http.Request.Path.Value ?? "", out var path) ? path.Target : vcenter.Inventory.RootFolder.Reference;
        return Answer.JsonAsync(vcenter, http, StatusCodes.Status500InternalServerError, VimFault.NoPermission(target, privilege).Write);
    });

    /// <summary>Answers with a status and with JSON, or with no body.</summary>
    public static FaultAction Respond(int status, string? json = null) => Respond(status, Answer.Json, json);

    /// <summary>Answers with the given body.</summary>
    public static FaultAction Respond(int status, string contentType, string? body) => new((vcenter, http, _) =>
        Answer.TextAsync(vcenter, http, status, contentType, body ?? ""));

    /// <summary>Sends less than the announced length, and then ends the connection.</summary>
    public static FaultAction BreakOff(int status, string start) => new((_, http, _) =>
    {
        http.Response.StatusCode = status;
        http.Response.ContentLength = start.Length + 1000;
        return http.Response.WriteAsync(start, http.RequestAborted);
    });

    /// <summary>Runs the given code as the answer. Its second argument serves the request as usual.</summary>
    public static FaultAction With(Func<HttpContext, Func<Task>, Task> answer) => new((_, http, next) => answer(http, next));

    private static async Task<byte[]> CaptureAsync(HttpContext http, Func<Task> next)
    {
        var body = http.Response.Body;
        using var whole = new MemoryStream();
        http.Response.Body = whole;
        await next();
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
        http.Response.Body = body;
        http.Response.ContentLength = null;
        return whole.ToArray();
    }

    internal Task RunAsync(VCenterState vcenter, HttpContext http, Func<Task> next) => _run(vcenter, http, next);
}
