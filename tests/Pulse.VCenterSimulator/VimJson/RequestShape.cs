using System.Text.Json;
using Pulse.Providers.VMware.Contract;

namespace Pulse.Simulation;

/// <summary>Refuses request bodies that deviate from the documentation, like the VI JSON decoder of a real server.</summary>
internal static class RequestShape
{
    private static readonly VendorContract Contract = VendorContract.Load();

    private static readonly string[] MoRefMembers = ["type", "value"];

    public static void Check(HttpContext http, byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        CheckUnnamed(json.RootElement);
        var exchange = new Exchange { Method = http.Request.Method, Target = http.Request.Path.Value!, RequestBody = body };
        if (Contract.CheckRequest(exchange).FirstOrDefault(Refuses) is { } deviation)
        {
            throw VimFault.InvalidArgument(deviation.Place, deviation.Text).Exception();
        }
    }

    // A path that the release does not have is an InvalidProperty, which the property collector throws.
    private static bool Refuses(Deviation deviation) =>
        !deviation.Place.Contains(".pathSet[", StringComparison.Ordinal) && !ContractExceptions.Covers(deviation);

    /// <summary>facts.md#2.23: 8.0.3 decodes a nested object without _typeName as a MoRef. The outermost object needs no name.</summary>
    private static void CheckUnnamed(JsonElement body)
    {
        foreach (var nested in Nested(body))
        {
            if (nested.ValueKind is JsonValueKind.Object && !nested.TryGetProperty("_typeName", out _))
            {
                CheckMoRef(nested);
            }

            CheckUnnamed(nested);
        }
    }

    private static void CheckMoRef(JsonElement data)
    {
        var strange = data.EnumerateObject().Select(member => member.Name).FirstOrDefault(name => !MoRefMembers.Contains(name));
        if ((strange ?? MoRefMembers.FirstOrDefault(name => !data.TryGetProperty(name, out _))) is { } member)
        {
            throw VimFault.InvalidMoRefField(member).Exception();
        }
    }

    private static IEnumerable<JsonElement> Nested(JsonElement data) => data.ValueKind switch
    {
        JsonValueKind.Object => data.EnumerateObject().Select(member => member.Value),
        JsonValueKind.Array => data.EnumerateArray(),
        _ => [],
    };
}
