using System.Text.Json;

namespace Pulse.Simulation;

/// <summary>The options of the server that a client of statistics reads.</summary>
internal static class OptionManagerMembers
{
    private const string MaxQueryMetrics = "config.vpxd.stats.maxQueryMetrics";

    public static void Register(VimMembers members) => members.Method("OptionManager", "QueryOptions", Query);

    private static VimResult Query(VimCall call)
    {
        // facts.md#5.1: System.Read on the root folder.
        call.Require(Privileges.Read, call.Inventory.RootFolder);
        var name = call.Arguments.String("name");
        return name == MaxQueryMetrics
            ? VimResult.Json(writer => writer.WriteArray([call.VCenter.Faults.MaxQueryMetrics], Write))
            : throw new VimFault("InvalidName", "A name is invalid.", writer => writer.WriteString("name", name)).Exception();
    }

    private static void Write(Utf8JsonWriter writer, int value)
    {
        writer.WriteStartObject();
        writer.WriteTypeName("OptionValue");
        writer.WriteString("key", MaxQueryMetrics);
        writer.WriteStartObject("value");
        writer.WriteTypeName("int");
        writer.WriteNumber("_value", value);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
