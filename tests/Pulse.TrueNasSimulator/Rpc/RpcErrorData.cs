using System.Text.Json;

namespace Pulse.Simulation.TrueNas;

/// <summary><c>error.data</c>: the errno, its name, the reason, the server's stack, and the attributes of a refused parameter.</summary>
internal sealed record RpcErrorData(Errno Errno, string Reason, object[][]? Extra)
{
    /// <summary>A file name of the server, which a client must neither log nor show.</summary>
    public const string TraceFile = "/usr/lib/python3/dist-packages/middlewared/main.py";

    public void Write(Utf8JsonWriter writer, bool withTrace)
    {
        Dictionary<string, object?> trace = new()
        {
            ["class"] = "CallError",
            ["frames"] = new object?[] { new Dictionary<string, object?> { ["filename"] = TraceFile, ["lineno"] = 1420, ["method"] = "authorize_method_call" } },
            ["formatted"] = $"Traceback (most recent call last):\n  File \"{TraceFile}\", line 1420, in authorize_method_call\nCallError: {Reason}\n",
            ["repr"] = $"CallError('{Reason}')",
        };
        Ejson.Write(writer, isBoxed: true, new Dictionary<string, object?>
        {
            ["error"] = Errno.Number,
            ["errname"] = Errno.Name,
            ["reason"] = Reason,
            ["trace"] = withTrace ? trace : null,
            ["extra"] = Extra,
        });
    }
}
