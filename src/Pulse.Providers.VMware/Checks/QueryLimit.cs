using System.Globalization;
using System.Text.Json;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Protocol;

namespace Pulse.Providers.VMware.Checks;

/// <summary>The largest number of metrics in one query for statistics: entities times counters.</summary>
internal static class QueryLimit
{
    // The lowest known default of any release (facts.md#6.3).
    private const int Assumed = 64;
    private const string Option = "config.vpxd.stats.maxQueryMetrics";

    public static async Task<int> ReadAsync(CheckApi api, CancellationToken cancellationToken)
    {
        try
        {
            var options = await api.QueryAsync(
                api.Method(CheckApi.Require(api.Content.Setting, "setting"), "OptionManager.QueryOptions").WithBody(
                    new QueryOptionsParameters(Option), CheckJson.Default.QueryOptionsParameters),
                CheckJson.Default.OptionValueArray,
                cancellationToken) ?? [];
            return options.Select(option => NumberOf(BoxedValue.Unwrap(option.Value))).FirstOrDefault(number => number is not null) switch
            {
                null => Assumed,
                < 1 => int.MaxValue, // -1 means no limit.
                { } limit => limit,
            };
        }
        catch (PlatformFailureException)
        {
            // A role below the root may not read the options of the server; then the read of the statistics decides.
            return Assumed;
        }
    }

    // vCenter sends it as a number or as a text.
    private static int? NumberOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt32(out var number) => number,
        JsonValueKind.String when int.TryParse(value.GetString(), CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    internal sealed record QueryOptionsParameters(string Name);

    internal sealed record OptionValue
    {
        public JsonElement Value { get; init; }
    }
}
