using System.Collections.Concurrent;
using System.IO.Enumeration;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pulse.Providers.VMware.Contract;

namespace Pulse.Simulation;

/// <summary>Deviations that stay, each with its reason. Operation, place and release may hold a <c>*</c>.</summary>
public sealed record ContractExceptionEntry(string Operation, ExchangeSide Side, string Place, string? Release, string Text, string Reason)
{
    internal bool Covers(Deviation deviation) =>
        deviation.Side == Side
        && Matches(Operation, deviation.Operation)
        && Matches(Place, deviation.Place)
        && (Release is null ? deviation.Release is null : Matches(Release, deviation.Release ?? ""))
        && deviation.Text.Contains(Text, StringComparison.Ordinal);

    private static bool Matches(string pattern, string text) => FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase: false);
}

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
