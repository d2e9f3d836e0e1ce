using System.Text.Json;

namespace Pulse.Simulation.TrueNas;

/// <summary>The methods <c>*.query</c>. Filters and options outside of those below are refused, so that a test finds a mistaken one.</summary>
internal static class QueryMethod
{
    private static readonly string[] Known = ["select", "limit", "offset", "count", "order_by", "extra"];

    public static object? Run(RpcCall call, string collection)
    {
        call.Takes(2);
        var rows = call.Nas.Inventory.All(collection).Select(each => each.Members);
        if (call.Params is [var filters, ..])
        {
            Check(filters, JsonValueKind.Array, "filters");
            rows = filters.EnumerateArray().Aggregate(rows, Filter);
        }

        return call.Params is [_, var options] ? Apply([.. rows], options) : rows.ToArray();
    }

    private static object? Apply(IReadOnlyDictionary<string, object?>[] rows, JsonElement options)
    {
        Check(options, JsonValueKind.Object, "options");
        var given = options.EnumerateObject().ToDictionary(option => option.Name, option => option.Value);
        if (given.Keys.Except(Known).FirstOrDefault() is { } unknown)
        {
            throw RpcError.Params($"options.{unknown}", "Extra inputs are not permitted").Exception();
        }

        IEnumerable<IReadOnlyDictionary<string, object?>> result = rows;
        foreach (var order in Texts(given, "order_by").Reverse())
        {
            var name = order.TrimStart('-');
            result = order.StartsWith('-') ? result.OrderByDescending(row => Value(row, name)) : result.OrderBy(row => Value(row, name));
        }

        result = result.Skip(Number(given, "offset"));
        if (Number(given, "limit") is var limit and > 0)
        {
            result = result.Take(limit);
        }

        if (given.TryGetValue("count", out var count) && count.ValueKind is JsonValueKind.True)
        {
            return result.Count();
        }

        var select = Texts(given, "select").ToArray();
        return select.Length == 0 ? result.ToArray() : result.Select(row => select.ToDictionary(name => name, name => Value(row, name))).ToArray();
    }

    private static IEnumerable<IReadOnlyDictionary<string, object?>> Filter(IEnumerable<IReadOnlyDictionary<string, object?>> rows, JsonElement filter)
    {
        if (filter.ValueKind is not JsonValueKind.Array || filter.EnumerateArray().ToArray() is not [{ ValueKind: JsonValueKind.String } name, { ValueKind: JsonValueKind.String } sign, var value])
        {
            throw RpcError.Params("filters", "Invalid filter").Exception();
        }

        Func<string, bool> matches = sign.GetString() switch
        {
            "=" => text => text == value.ToString(),
            "!=" => text => text != value.ToString(),
            "in" when value.ValueKind is JsonValueKind.Array => value.EnumerateArray().Select(each => each.ToString()).ToHashSet(StringComparer.Ordinal).Contains,
            _ => throw RpcError.Params("filters", $"Invalid operation: {sign.GetString()}").Exception(),
        };
        return rows.Where(row => matches($"{Value(row, name.GetString()!)}"));
    }

    private static object? Value(IReadOnlyDictionary<string, object?> row, string name) =>
        row.TryGetValue(name, out var value) ? value : throw RpcError.Params("options", $"There is no member '{name}'").Exception();

    private static IEnumerable<string> Texts(Dictionary<string, JsonElement> given, string name)
    {
        if (!given.TryGetValue(name, out var list))
        {
            return [];
        }

        Check(list, JsonValueKind.Array, name);
        return list.EnumerateArray().Select(each => each.ValueKind is JsonValueKind.String ? each.GetString()! : throw RpcError.Params(name, "Input should be a valid string").Exception());
    }

    private static int Number(Dictionary<string, JsonElement> given, string name) =>
        !given.TryGetValue(name, out var value) ? 0
        : value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var number) && number >= 0 ? number
        : throw RpcError.Params(name, "Input should be a valid integer").Exception();

    private static void Check(JsonElement value, JsonValueKind kind, string name)
    {
        if (value.ValueKind != kind)
        {
            throw RpcError.Params(name, $"Input should be a valid {kind}").Exception();
        }
    }
}
