using System.Text;
using System.Text.Json.Nodes;

namespace Pulse.Providers.VMware.Contract.Tests;

/// <summary>The recorded exchanges.</summary>
internal static class Recording
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Recordings");

    public static IEnumerable<string> Names =>
        Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    public static Exchange Load(string name)
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, $"{name}.json")))!;
        var (request, response) = (json["request"]!, json["response"]!);
        return new()
        {
            Method = (string)request["method"]!,
            Target = (string)request["path"]!,
            RequestBody = Bytes(request["body"]),
            Status = (int)response["status"]!,
            ResponseBody = Bytes(response["body"]),
            ContentType = (string?)response["headers"]!["Content-Type"],
        };
    }

    private static byte[] Bytes(JsonNode? body) => body is null ? [] : Encoding.UTF8.GetBytes(body.ToJsonString());
}
