using System.Text.Json;

namespace Pulse.Providers.VMware.Tests.Support;

/// <summary>Creates the bodies of updates and pages, object by object.</summary>
internal static class UpdateSets
{
    public const string NoPermission = """{"_typeName":"NoPermission","privilegeId":"System.Read"}""";
    public const string NotAuthenticated = """{"_typeName":"NotAuthenticated","faultstring":"x"}""";

    public static string Of(params object[] updates) => Of("1", false, updates);

    public static string Of(string version, bool truncated, params object[] updates) => JsonSerializer.Serialize(new
    {
        _typeName = "UpdateSet",
        version,
        truncated,
        filterSet = new[] { new { _typeName = "PropertyFilterUpdate", objectSet = updates } },
    });

    public static string Page(params object[] objects) => JsonSerializer.Serialize(new { _typeName = "RetrieveResult", objects });

    /// <summary>
    /// An object that enters, or an update of another kind. A state or a template is a JSON value; <c>missing</c> is the fault of a
    /// template property that cannot be read.
    /// </summary>
    public static object Object(
        string type, string id, string? state = "\"connected\"", string? template = null, string? missing = null, string kind = "enter",
        bool? accessible = null)
    {
        var properties = new[] { ("runtime.connectionState", "State", state), ("config.template", "boolean", template), ("summary.accessible", "boolean", JsonOf(accessible)) }
            .Where(property => property.Item3 is not null)
            .Select(property => new
            {
                name = property.Item1,
                op = "assign",
                val = new { _typeName = property.Item2, _value = JsonSerializer.Deserialize<JsonElement>(property.Item3!) },
            });
        var missingSet = missing is null ? null : new[] { new { path = "config.template", fault = JsonSerializer.Deserialize<JsonElement>(missing) } };
        var obj = new { _typeName = "ManagedObjectReference", type, value = id };
        return kind == "page" ? new { obj, propSet = properties, missingSet } : new { kind, obj, changeSet = properties, missingSet };
    }

    private static string? JsonOf(bool? value) => value is { } known ? JsonSerializer.Serialize(known) : null;

    public static string State(string name) => JsonSerializer.Serialize(name);
}
