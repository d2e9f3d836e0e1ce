using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pulse.Providers.VMware.Proving;

/// <summary>The data of a vCenter that needs no login: the API release and the managers.</summary>
/// <param name="Release">The vim25 release.</param>
/// <param name="Content">The ServiceContent.</param>
internal sealed record VCenterFacts(string Release, JsonElement Content)
{
    public static string ServiceInstance => "ServiceInstance/ServiceInstance";

    /// <summary>The path of a member of a manager or of the root folder, e.g. <c>sessionManager</c>.</summary>
    public string Of(string manager, string member) => PathOf(Release, $"{Segment(manager, "type")}/{Segment(manager, "value")}/{member}");

    public static string PathOf(string release, string rest) => $"/sdk/vim25/{release}/{rest}";

    /// <summary>A manager, or the root folder, in the form of a request.</summary>
    public JsonObject Reference(string manager) => Reference(Text(manager, "type"), Text(manager, "value"));

    public static JsonObject Reference(string type, string value) => new()
    {
        ["_typeName"] = "ManagedObjectReference",
        ["type"] = type,
        ["value"] = value,
    };

    /// <summary>A member of <c>about</c>; empty if it is missing.</summary>
    public string About(string member) => Content.TryGetProperty("about", out var about) ? TextOf(about, member) : "";

    public static string TextOf(JsonElement element, string member) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";

    private string Segment(string manager, string member) => Uri.EscapeDataString(Text(manager, member));

    private string Text(string manager, string member) => Content.TryGetProperty(manager, out var reference) ? TextOf(reference, member) : "";
}
