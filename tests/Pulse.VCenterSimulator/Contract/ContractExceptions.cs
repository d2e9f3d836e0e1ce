using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pulse.Providers.VMware.Contract;

namespace Pulse.Simulation;

/// <summary>The list of exceptions, from <c>exceptions.json</c>.</summary>
public static class ContractExceptions
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        RespectRequiredConstructorParameters = true,
    };

    private static readonly ConcurrentDictionary<ContractExceptionEntry, bool> Used = [];

    public static IReadOnlyList<ContractExceptionEntry> All { get; } = Load();

    /// <summary>Whether a deviation of this process needed the exception.</summary>
    public static bool WasUsed(ContractExceptionEntry entry) => Used.ContainsKey(entry);

    internal static bool Covers(Deviation deviation)
    {
        if (All.FirstOrDefault(entry => entry.Covers(deviation)) is not { } found)
        {
            return false;
        }

        Used.TryAdd(found, value: true);
        return true;
    }

    private static IReadOnlyList<ContractExceptionEntry> Load()
    {
        using var resource = typeof(ContractExceptions).Assembly.GetManifestResourceStream("exceptions.json")!;
        return JsonSerializer.Deserialize<ContractExceptionEntry[]>(resource, Options)!;
    }
}
