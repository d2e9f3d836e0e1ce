using System.Text.Json;

namespace Pulse.Simulation.TrueNas;

/// <summary>The error of an answer (facts.md#3).</summary>
internal sealed record RpcError(int Code, string Message)
{
    public const int InvalidJson = -32700;
    public const int InvalidRequest = -32600;
    public const int MethodNotFound = -32601;
    public const int InvalidParams = -32602;
    public const int Internal = -32603;
    public const int TooManyCalls = -32000;
    public const int CallError = -32001;

    /// <summary>The data of an error of the method itself; null for an error of the protocol.</summary>
    public RpcErrorData? Data { get; init; }

    public static RpcError UnknownMethod { get; } = new(MethodNotFound, "Method does not exist");

    public static RpcError NotAuthenticated { get; } = Call(Errno.NotAuthenticated, "Not authenticated");

    public static RpcError NotAuthorized { get; } = Call(Errno.Access, "Not authorized");

    public static RpcError RateLimitExceeded { get; } = Call(Errno.Busy, "Rate Limit Exceeded");

    public static RpcError TooMany(int limit) => new(TooManyCalls, $"Maximum number of concurrent calls ({limit}) has exceeded");

    public static RpcError Call(Errno errno, string reason) =>
        new(CallError, "Method call error") { Data = new(errno, $"[{errno.Name}] {reason}", Extra: null) };

    /// <summary>A parameter that the method does not take.</summary>
    public static RpcError Params(string attribute, string reason) => new(InvalidParams, "Invalid params")
    {
        Data = new(Errno.Invalid, $"[EINVAL] {attribute}: {reason}\n", [[attribute, reason, Errno.Invalid.Number]]),
    };

    public RpcException Exception() => new(this);

    public void Write(Utf8JsonWriter writer, bool withTrace)
    {
        writer.WriteStartObject();
        writer.WriteNumber("code", Code);
        writer.WriteString("message", Message);
        if (Data is not null)
        {
            writer.WritePropertyName("data");
            Data.Write(writer, withTrace);
        }

        writer.WriteEndObject();
    }
}
