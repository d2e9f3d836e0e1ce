using System.Text;
using System.Text.Json.Nodes;
using Pulse.Recordings;

namespace Pulse.Providers.VMware.Contract.Tests;

/// <summary>The recordings as the contract sees them.</summary>
internal static class RecordedExchange
{
    public static Exchange ToExchange(this Recording recording) => new()
    {
        Method = (string)recording.Request["method"]!,
        Target = (string)recording.Request["path"]!,
        RequestBody = Bytes(recording.Request["body"]),
        Status = recording.Status,
        ResponseBody = Bytes(recording.Response["body"]),
        ContentType = (string?)recording.Response["headers"]!["Content-Type"],
    };

    private static byte[] Bytes(JsonNode? body) => body is null ? [] : Encoding.UTF8.GetBytes(body.ToJsonString());
}
