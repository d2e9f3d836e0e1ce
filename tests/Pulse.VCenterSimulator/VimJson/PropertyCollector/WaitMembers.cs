using System.Text.Json;

namespace Pulse.Simulation;

/// <summary>Reads changes.</summary>
internal static class WaitMembers
{
    /// <summary>Without maxWaitSeconds the policy of the server applies; it is not published.</summary>
    private const int ServerPolicySeconds = 600;

    public static void Register(VimMembers members) => members.Method(PropertyCollectorMembers.Type, "WaitForUpdatesEx", WaitAsync);

    private static async ValueTask<VimResult> WaitAsync(VimCall call)
    {
        var version = call.Arguments.Optional("version") is null ? "" : call.Arguments.String("version");
        var options = call.Arguments.Optional("options") ?? default;
        var seconds = options.OptionalInt("maxWaitSeconds") ?? ServerPolicySeconds;
        var maximum = Math.Min(options.OptionalInt("maxObjectUpdates") ?? int.MaxValue, call.VCenter.Faults.MaximumObjectUpdates);
        if (seconds < 0 || maximum <= 0)
        {
            throw VimFault.InvalidArgument(seconds < 0 ? "maxWaitSeconds" : "maxObjectUpdates").Exception();
        }

        return await NextAsync(call, version, maximum, TimeSpan.FromSeconds(seconds)) is { } updates ? Write(call, updates) : VimResult.Null;
    }

    private static async Task<UpdateSet?> NextAsync(VimCall call, string version, int maximum, TimeSpan wait)
    {
        var (collector, inventory, time) = (call.Collector(), call.Inventory, call.VCenter.Options.TimeProvider);
        var start = time.GetTimestamp();
        while (true)
        {
            var seen = inventory.Version;
            var left = wait - time.GetElapsedTime(start);
            if (collector.Next(inventory, version, maximum) is { } updates)
            {
                return updates;
            }

            if (left <= TimeSpan.Zero || !await ChangesAsync(call, inventory.ChangeAfter(seen), left, time))
            {
                return null;
            }
        }
    }

    private static async Task<bool> ChangesAsync(VimCall call, Task change, TimeSpan left, TimeProvider time)
    {
        try
        {
            await Task.WhenAny(change, call.Session.Ended).WaitAsync(left, time, call.Http.RequestAborted);
        }
        catch (TimeoutException)
        {
            return false;
        }

        // facts.md#3.13: RequestCanceled when the session closes during a wait.
        return call.Session.Ended.IsCompleted ? throw VimFault.RequestCanceled.Exception() : true;
    }

    private static VimResult Write(VimCall call, UpdateSet set) => new(async json =>
    {
        var writer = json.Writer;
        writer.WriteStartObject();
        writer.WriteTypeName("UpdateSet");
        writer.WriteString("version", set.Version);
        if (set.Truncated)
        {
            writer.WriteBoolean("truncated", true);
        }

        writer.WriteStartArray("filterSet");
        PropertyFilter? open = null;
        foreach (var update in set.Updates)
        {
            if (update.Filter != open)
            {
                EndFilter(writer, open);
                open = update.Filter;
                StartFilter(writer, open);
            }

            WriteUpdate(writer, update, call);
            await json.SendIfLargeAsync();
        }

        EndFilter(writer, open);
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static void StartFilter(Utf8JsonWriter writer, PropertyFilter filter)
    {
        writer.WriteStartObject();
        writer.WriteTypeName("PropertyFilterUpdate");
        writer.WriteReference("filter", filter.Reference);
        writer.WriteStartArray("objectSet");
    }

    private static void EndFilter(Utf8JsonWriter writer, PropertyFilter? filter)
    {
        if (filter is not null)
        {
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
    }

    private static void WriteUpdate(Utf8JsonWriter writer, ObjectUpdate update, VimCall call)
    {
        writer.WriteStartObject();
        writer.WriteTypeName("ObjectUpdate");
        writer.WriteString("kind", update.Kind);
        writer.WriteReference("obj", update.Entity.Reference);
        PropertyJson.WriteChangeSet(writer, update.Entity, update.Properties);
        PropertyJson.WriteMissingSet(writer, update.Entity, update.Properties, call);
        writer.WriteEndObject();
    }
}
