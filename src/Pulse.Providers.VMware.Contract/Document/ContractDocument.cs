using System.Text.Json;

namespace Pulse.Providers.VMware.Contract.Document;

/// <summary>The embedded document, unchanged.</summary>
internal sealed record ContractDocument(
    ReleaseEntry Release,
    RuleEntry Rules,
    OperationEntry[] Operations,
    Dictionary<string, ManagedObjectEntry> ManagedObjects,
    Dictionary<string, TypeEntry> Types,
    Dictionary<string, string> OpaqueTypes)
{
    public static ContractDocument Load()
    {
        using var resource = typeof(ContractDocument).Assembly.GetManifestResourceStream("contract.json")!;
        return JsonSerializer.Deserialize<ContractDocument>(resource, JsonSerializerOptions.Web)!;
    }
}
