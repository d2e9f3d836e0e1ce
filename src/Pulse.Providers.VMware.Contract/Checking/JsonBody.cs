using System.Text.Json;

namespace Pulse.Providers.VMware.Contract.Checking;

/// <summary>Parses a body, and reports one that is not JSON.</summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 512 };

    public static JsonDocument? Parse(ReadOnlyMemory<byte> body, Findings findings)
    {
        try
        {
            return JsonDocument.Parse(body, Options);
        }
        catch (JsonException)
        {
            findings.Add("The body is not JSON.");
            return null;
        }
    }
}
