using System.Text.Json;

namespace Pulse.Simulation.TrueNas;

/// <summary>The one parameter of <c>auth.login_ex</c>, checked as strictly as the vendor's schema does.</summary>
internal sealed class LoginData
{
    private const string Parameter = "login_data";

    private static readonly Dictionary<string, string[]> Members = new()
    {
        ["API_KEY_PLAIN"] = ["username", "api_key"],
        ["PASSWORD_PLAIN"] = ["username", "password"],
        ["TOKEN_PLAIN"] = ["token"],
        ["OTP_TOKEN"] = ["otp_token"],
        ["SCRAM"] = ["scram_type", "rfc_str"],
    };

    private readonly Dictionary<string, JsonElement> _members;

    private LoginData(string mechanism, Dictionary<string, JsonElement> members)
    {
        Mechanism = mechanism;
        _members = members;
    }

    public string Mechanism { get; }

    /// <summary>Whether a successful answer holds what <c>auth.me</c> tells.</summary>
    public bool WantsUserInfo =>
        !_members.TryGetValue("login_options", out var options) || !options.TryGetProperty("user_info", out var wants) || wants.GetBoolean();

    public string this[string name] => _members[name].GetString()!;

    public static IEnumerable<string> MechanismsOf(TrueNasProfile profile) => Members.Keys.Where(name => profile.HasScram || name != "SCRAM");

    /// <exception cref="RpcException">A member is missing, unknown or no text.</exception>
    public static LoginData Parse(RpcCall call)
    {
        call.Takes(1);
        if (call.Params is not [{ ValueKind: JsonValueKind.Object } data])
        {
            throw RpcError.Params(Parameter, "Field required").Exception();
        }

        var members = data.EnumerateObject().ToDictionary(member => member.Name, member => member.Value);
        var mechanism = TextOf(members, Parameter, "mechanism");
        if (!MechanismsOf(call.Nas.Profile).Contains(mechanism))
        {
            throw RpcError.Params(Parameter, $"Input tag '{mechanism}' found using 'mechanism' does not match any of the expected tags").Exception();
        }

        var path = $"{Parameter}.{mechanism}";
        foreach (var name in Members[mechanism])
        {
            _ = TextOf(members, path, name);
        }

        CheckOptions(members, mechanism, path);
        return new(mechanism, members);
    }

    private static void CheckOptions(Dictionary<string, JsonElement> members, string mechanism, string path)
    {
        string[] known = ["mechanism", .. Members[mechanism], .. mechanism == "SCRAM" ? (string[])[] : ["login_options"]];
        if (members.Keys.Except(known).FirstOrDefault() is { } unknown)
        {
            throw RpcError.Params($"{path}.{unknown}", "Extra inputs are not permitted").Exception();
        }

        if (members.TryGetValue("login_options", out var options)
            && (options.ValueKind is not JsonValueKind.Object
                || options.EnumerateObject().Any(option => option.Name is not ("user_info" or "reconnect_token") || option.Value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))))
        {
            throw RpcError.Params($"{path}.login_options", "Extra inputs are not permitted").Exception();
        }
    }

    private static string TextOf(Dictionary<string, JsonElement> members, string path, string name)
    {
        if (!members.TryGetValue(name, out var value))
        {
            throw RpcError.Params($"{path}.{name}", "Field required").Exception();
        }

        return value.ValueKind is JsonValueKind.String ? value.GetString()! : throw RpcError.Params($"{path}.{name}", "Input should be a valid string").Exception();
    }
}
