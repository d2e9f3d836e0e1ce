using System.Text.Json;

namespace Pulse.Providers.VMware.Contract;

/// <summary>The embedded document, as it is written.</summary>
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

/// <summary><paramref name="Known"/> are the releases with VI JSON.</summary>
internal sealed record ReleaseEntry(string[] Known);

internal sealed record RuleEntry(Dictionary<string, string> PrimitiveBoxes, Dictionary<string, string> ArrayBoxes);

internal sealed record OperationEntry(
    string Id,
    string Method,
    string Path,
    RequestEntry? Request,
    ResultEntry? Result,
    int[] Statuses,
    string[]? AlsoAt,
    Dictionary<string, string>? Query,
    Dictionary<string, string>? Errors,
    int? Limit,
    JsonElement Privilege);

internal sealed record RequestEntry(string Schema, bool BodyRequired);

internal sealed record ResultEntry(string Type, bool Array, bool Nullable);

internal sealed record ManagedObjectEntry(string? Base, Dictionary<string, PropertyEntry> Properties);

internal sealed record PropertyEntry(string Type, bool Array, bool Nullable, string? Since, JsonElement Privilege);
