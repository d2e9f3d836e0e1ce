using System.Text.Json;
using System.Text.Json.Nodes;
using Pulse.PlatformConnections.Connections;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Proving;

/// <summary>The connection that a proof tests and saves, as the API takes it.</summary>
internal static class ProofDraft
{
    // So that no poll comes by itself while something else is counted.
    private const int NoPollByItself = 86_400;

    public static JsonObject Body(ProofRequest request, PlatformDescriptor platform, string? otherThumbprint = null)
    {
        var body = new JsonObject
        {
            ["name"] = "Proof",
            ["host"] = request.Host,
            ["insecureSkipVerify"] = request.InsecureSkipVerify && otherThumbprint is null,
            ["pollIntervalSeconds"] = NoPollByItself,
        };
        Add("port", request.Port);
        Add("useHttps", request.UseHttps);
        Add("certificateThumbprint", otherThumbprint ?? request.Thumbprint);
        if (platform.AccountField is { } account)
        {
            body[account.Name] = request.User;
        }

        foreach (var field in SecretsOf(platform))
        {
            body[field.Name] = request.Password.Reveal();
        }

        return body;

        void Add(string member, JsonNode? value)
        {
            if (value is not null)
            {
                body[member] = value;
            }
        }
    }

    /// <summary>The secrets that a connection cannot do without.</summary>
    public static IEnumerable<ConnectionField> SecretsOf(PlatformDescriptor platform) =>
        platform.Fields.Where(field => field.Kind == ConnectionFieldKind.Secret && field.Required);

    /// <summary>The system that the settings lead to, by the rules of the API; null with what is wrong with them.</summary>
    public static (ConnectionTarget? Target, IDictionary<string, string[]> Errors) Read(ProofRequest request, PlatformDescriptor platform)
    {
        var body = JsonSerializer.SerializeToElement(Body(request, platform));
        return new SettingsReader(platform, body, stored: null, nameRequired: true).TryRead(out var settings, out var errors)
            ? (TestTarget.Of(settings, platform), errors.ByField)
            : (null, errors.ByField);
    }
}
