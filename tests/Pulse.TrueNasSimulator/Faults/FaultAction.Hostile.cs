using System.Text;

namespace Pulse.Simulation.TrueNas;

// The faults of a system that is hostile or broken.
public sealed partial class FaultAction
{
    private const int ChunkLength = 64 * 1024;

    /// <summary>Begins an answer and never ends it, as fast as the client reads.</summary>
    public static FaultAction EndlessAnswer { get; } = new(call =>
    {
        call.Occupy(async ct =>
        {
            await call.FrameAsync(Encoding.UTF8.GetBytes("{\"jsonrpc\":\"2.0\",\"result\":\""), isLast: false, ct);
            while (true)
            {
                await call.FrameAsync(Chunk(ChunkLength), isLast: false, ct);
            }
        });
        return Task.CompletedTask;
    });

    /// <summary>Sends the first half of the real answer, and cuts the connection.</summary>
    public static FaultAction CutInTheMiddle { get; } = new(async call =>
    {
        var answer = await call.ComputeAsync();
        call.Occupy(async ct =>
        {
            await call.FrameAsync(answer.AsMemory(0, answer.Length / 2), isLast: false, ct);
            call.Socket.Cut();
        });
    });

    /// <summary>Sends the first half of the real answer as if it were whole.</summary>
    public static FaultAction InvalidJson { get; } = new(async call =>
    {
        var answer = await call.ComputeAsync();
        call.Socket.PostAnswer(answer[..(answer.Length / 2)]);
    });

    /// <summary>Answers an id that the client never used, and then the real one.</summary>
    public static FaultAction UnknownIdFirst { get; } = new(async call =>
    {
        call.Socket.PostNotification("""{"jsonrpc":"2.0","result":true,"id":987654321}"""u8.ToArray());
        call.Socket.PostNotification("""{"jsonrpc":"2.0","result":true,"id":"never-asked"}"""u8.ToArray());
        await call.AnswerAsync();
    });

    /// <summary>A valid answer of about so many bytes: a text of spaces.</summary>
    public static FaultAction HugeAnswer(long bytes) => new(call =>
    {
        call.Occupy(async ct =>
        {
            await call.FrameAsync(Encoding.UTF8.GetBytes("{\"jsonrpc\":\"2.0\",\"result\":\""), isLast: false, ct);
            for (var left = bytes; left > 0; left -= ChunkLength)
            {
                await call.FrameAsync(Chunk((int)Math.Min(left, ChunkLength)), isLast: false, ct);
            }

            await call.FrameAsync(Encoding.UTF8.GetBytes($"\",\"id\":{call.Id}}}"), isLast: true, ct);
        });
        return Task.CompletedTask;
    });

    /// <summary>Sends the real answer in many frames, with a wait after each: one frame a second, for example.</summary>
    public static FaultAction Drip(TimeSpan interval, int bytesPerFrame = 1) => new(async call =>
    {
        var answer = await call.ComputeAsync();
        call.Occupy(async ct =>
        {
            for (var sent = 0; sent < answer.Length; sent += bytesPerFrame)
            {
                var length = Math.Min(bytesPerFrame, answer.Length - sent);
                await call.FrameAsync(answer.AsMemory(sent, length), isLast: sent + length == answer.Length, ct);
                await Task.Delay(interval, call.Nas.Time, ct);
            }
        });
    });

    /// <summary>Answers with arrays within arrays.</summary>
    public static FaultAction DeepJson(int depth) => Result(new string('[', depth) + new string(']', depth));

    /// <summary>Sends notifications that no subscription asked for, and then the real answer; <see cref="long.MaxValue"/> for never.</summary>
    public static FaultAction Flood(long notifications) => new(async call =>
    {
        var answer = await call.ComputeAsync();
        var notification = RpcMessages.Notification(new("reporting.realtime", "changed", 1, new Dictionary<string, object?> { ["cpu"] = 1 }), isBoxed: true);
        call.Occupy(async ct =>
        {
            for (long sent = 0; sent < notifications; sent++)
            {
                await call.Socket.WriteAsync(notification, ct);
            }

            await call.Socket.WriteAsync(answer, ct);
        });
    });

    private static byte[] Chunk(int length)
    {
        var chunk = new byte[length];
        Array.Fill(chunk, (byte)' ');
        return chunk;
    }
}
