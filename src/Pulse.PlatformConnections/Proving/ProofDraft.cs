using System.Text.Json;
using System.Text.Json.Nodes;
using Pulse.PlatformConnections.Connections;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Proving;

/// <summary>The connection that a proof tests and saves, in the form of the API.</summary>
internal static class ProofDraft
{
    // An interval so long that no poll starts while something else is counted.
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
            body[field.Name] = request.Secret.Reveal();
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

    /// <summary>The required secrets of a connection.</summary>
    public static IEnumerable<ConnectionField> SecretsOf(PlatformDescriptor platform) =>
        platform.Fields.Where(field => field.Kind == ConnectionFieldKind.Secret && field.Required);

    /// <summary>The system of the settings, by the rules of the API; null with the errors.</summary>
    public static (ConnectionTarget? Target, IDictionary<string, string[]> Errors) Read(ProofRequest request, PlatformDescriptor platform)
    {
        var body = JsonSerializer.SerializeToElement(Body(request, platform));
        return new SettingsReader(platform, body, stored: null, nameRequired: true).TryRead(out var settings, out var errors)
            ? (TestTarget.Of(settings, platform), errors.ByField)
            : (null, errors.ByField);
    }
}
