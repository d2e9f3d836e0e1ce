using System.Text.Json;

namespace Pulse.Simulation.TrueNas;

/// <summary>One request, checked for its form. The id is JSON; null for a notification, which is not answered.</summary>
internal sealed record RpcRequest(string? Id, string Method, JsonElement[] Params)
{
    /// <exception cref="RpcException">The message is no request.</exception>
    public static RpcRequest Parse(byte[] text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return Read(document.RootElement);
        }
        catch (JsonException failure)
        {
            throw new RpcException(new(RpcError.InvalidJson, failure.Message));
        }
    }

    private static RpcRequest Read(JsonElement message)
    {
        if (message.ValueKind is not JsonValueKind.Object)
        {
            // facts.md#2: batches are refused.
            var isBatch = message.ValueKind is JsonValueKind.Array;
            throw new RpcException(new(RpcError.InvalidJson, isBatch ? "Batch messages are not supported yet" : "Invalid Message Format"));
        }

        var members = message.EnumerateObject().ToDictionary(member => member.Name, member => member.Value);
        var isValid = members.Keys.All(name => name is "jsonrpc" or "id" or "method" or "params")
            && IsVersion(members.GetValueOrDefault("jsonrpc"))
            && members.GetValueOrDefault("method").ValueKind is JsonValueKind.String
            && members.GetValueOrDefault("params").ValueKind is JsonValueKind.Array or JsonValueKind.Undefined
            && (!members.TryGetValue("id", out var id) || IsId(id));
        if (!isValid)
        {
            throw new RpcException(new(RpcError.InvalidRequest, "The message does not match the schema of a request."));
        }

        var parameters = members.TryGetValue("params", out var given) ? given.EnumerateArray().Select(each => each.Clone()) : [];
        return new(members.TryGetValue("id", out var known) ? known.GetRawText() : null, members["method"].GetString()!, [.. parameters]);
    }

    private static bool IsVersion(JsonElement value) => value.ValueKind is JsonValueKind.String && value.GetString() == "2.0";

    private static bool IsId(JsonElement id) => id.ValueKind is JsonValueKind.Null or JsonValueKind.String || (id.ValueKind is JsonValueKind.Number && id.TryGetInt64(out _));
}
