using System.Net.WebSockets;
using System.Text;

namespace Pulse.Simulation.TrueNas;

/// <summary>Something that goes wrong with one call.</summary>
public sealed partial class FaultAction
{
    private readonly Func<FaultedCall, Task> _run;

    private FaultAction(Func<FaultedCall, Task> run) => _run = run;

    /// <summary>This call is never answered; the socket lives on.</summary>
    public static FaultAction Silence { get; } = new(call => Task.Delay(Timeout.InfiniteTimeSpan, call.Nas.Time, call.Ended));

    /// <summary>From this call on nothing is sent any more, and the connection stays open.</summary>
    public static FaultAction SocketGoesSilent { get; } = new(call =>
    {
        call.Occupy(ct => Task.Delay(Timeout.InfiniteTimeSpan, call.Nas.Time, ct));
        return Task.CompletedTask;
    });

    /// <summary>The answer waits until another call on the same socket is answered.</summary>
    public static FaultAction AfterNextAnswer { get; } = new(async call =>
    {
        var answer = await call.ComputeAsync();
        await call.Socket.Outbox.NextAnswer().WaitAsync(call.Ended);
        call.Socket.PostAnswer(answer);
    });

    /// <summary>Ends the session before the call is served; the socket lives on.</summary>
    public static FaultAction DropSession { get; } = new(call =>
    {
        call.Socket.EndSession();
        return call.AnswerAsync();
    });

    /// <summary>Cuts the connection instead of an answer.</summary>
    public static FaultAction Cut { get; } = new(call =>
    {
        call.Socket.Cut();
        return Task.CompletedTask;
    });

    /// <summary>Answers with an error of the method.</summary>
    public static FaultAction Error(int number, string name, string reason) => new(call =>
    {
        call.Socket.PostAnswer(RpcMessages.Error(call.Id, RpcError.Call(new(number, name), reason), call.Nas.Faults.SendsTraces));
        return Task.CompletedTask;
    });

    /// <summary>Answers with an error of the protocol, without data.</summary>
    public static FaultAction ProtocolError(int code, string message) => new(call =>
    {
        call.Socket.PostAnswer(RpcMessages.Error(call.Id, new(code, message), withTrace: false));
        return Task.CompletedTask;
    });

    /// <summary>Serves the call late.</summary>
    public static FaultAction Delay(TimeSpan delay) => new(async call =>
    {
        await Task.Delay(delay, call.Nas.Time, call.Ended);
        await call.AnswerAsync();
    });

    /// <summary>Serves the call when a task of the test has ended.</summary>
    public static FaultAction After(Task gate) => new(async call =>
    {
        await gate.WaitAsync(call.Ended);
        await call.AnswerAsync();
    });

    /// <summary>Closes the socket with a code instead of an answer.</summary>
    public static FaultAction Close(int code, string reason) => new(call =>
    {
        call.Occupy(ct => call.Socket.CloseAsync(code, reason, ct));
        return Task.CompletedTask;
    });

    /// <summary>Changes the text of the real answer.</summary>
    public static FaultAction Rewrite(Func<string, string> change) => new(async call =>
        call.Say(change(Encoding.UTF8.GetString(await call.ComputeAsync()))));

    /// <summary>Answers with a result of one's own, as JSON.</summary>
    public static FaultAction Result(string json) => new(call =>
    {
        call.Say($$"""{"jsonrpc":"2.0","result":{{json}},"id":{{call.Id}}}""");
        return Task.CompletedTask;
    });

    /// <summary>Sends a text instead of an answer, word for word.</summary>
    public static FaultAction Say(string text) => new(call =>
    {
        call.Say(text);
        return Task.CompletedTask;
    });

    /// <summary>Sends the real answer as a binary message.</summary>
    public static FaultAction BinaryAnswer { get; } = new(async call =>
    {
        var answer = await call.ComputeAsync();
        call.Occupy(ct => call.Socket.WriteFrameAsync(answer, WebSocketMessageType.Binary, isLast: true, ct));
    });

    internal Task RunAsync(FaultedCall call) => _run(call);
}
