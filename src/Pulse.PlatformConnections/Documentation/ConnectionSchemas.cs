using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;
using Pulse.PlatformConnections.Contracts;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Documentation;

/// <summary>The schemas and examples of one platform: the shared ones, with the platform's own fields in them.</summary>
internal sealed class ConnectionSchemas(PlatformDescriptor platform)
{
    private readonly string _prefix = char.ToUpperInvariant(platform.Key[0]) + platform.Key[1..];

    /// <summary>A whole connection, for create and draft test.</summary>
    public IOpenApiSchema Draft(OpenApiDocument document) => Component(document, $"{_prefix}ConnectionDraft", () => Input(required: true));

    /// <summary>Some members of a connection, for update and overlay.</summary>
    public IOpenApiSchema Patch(OpenApiDocument document) => Component(document, $"{_prefix}ConnectionPatch", () => Input(required: false));

    /// <summary>A connection in an answer: the schema that the framework derived from the shared document, with the platform's fields.</summary>
    public IOpenApiSchema Answered(OpenApiDocument document, IOpenApiSchema shared) => Component(document, $"{_prefix}Connection", () => new OpenApiSchema
    {
        AllOf =
        [
            shared,
            new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Properties = platform.Fields.ToDictionary(
                    field => field.Name, field => (IOpenApiSchema)FieldSchema(field, answered: true), StringComparer.Ordinal),
                Required = platform.Fields.Select(field => field.Name).ToHashSet(StringComparer.Ordinal),
            },
        ],
    });

    /// <summary>One line of a streamed test, the same for every platform.</summary>
    public IOpenApiSchema Progress(OpenApiDocument document) => Component(document, nameof(TestProgress), () => new OpenApiSchema
    {
        Type = JsonSchemaType.Object,
        Description = "One line of a streamed test. It has one member: `step`, or in the last line `report` or `problem`.",
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["step"] = Reference(
                document,
                nameof(TestStep),
                "A step that ended. The report is the truth: it has the words of a step that failed, may make a warning of any step, and lists the skipped ones."),
            ["report"] = Reference(document, nameof(TestReport), "The result of the test. In the last line."),
            ["problem"] = Reference(document, nameof(ProblemDetails), "Why there is no report, e.g. `auth_hold`. In the last line."),
        },
    });

    public JsonObject DraftExample()
    {
        var example = new JsonObject
        {
            [ConnectionMembers.Name] = "Lab",
            [ConnectionMembers.Host] = "system.lab.example",
            [ConnectionMembers.Port] = platform.Transport.HttpsPort,
            [ConnectionMembers.Enabled] = true,
            [ConnectionMembers.PollIntervalSeconds] = ConnectionMembers.DefaultPollIntervalSeconds,
        };
        foreach (var field in platform.Fields)
        {
            example[field.Name] = field.Kind switch
            {
                ConnectionFieldKind.Switch => field.IsOnByDefault,
                ConnectionFieldKind.Choice => field.Choices[0].Value,
                _ => field.Example,
            };
        }

        return example;
    }

    public JsonObject ConnectionExample()
    {
        var example = DraftExample();
        foreach (var secret in platform.Fields.Where(field => field.Kind == ConnectionFieldKind.Secret))
        {
            example[secret.Name] = Secret.Mask;
        }

        example["id"] = "01988f0e-5d6a-7c3e-9b1f-2f6a1c0d4e55";
        example["platform"] = platform.Key;
        example[ConnectionMembers.UseHttps] = true;
        example[ConnectionMembers.InsecureSkipVerify] = false;
        example[ConnectionMembers.CertificateThumbprint] = null;
        example["createdAt"] = "2026-11-23T09:30:00Z";
        example["updatedAt"] = "2026-11-23T09:30:00Z";
        example["version"] = 1;
        example["poll"] = Examples.Poll();
        example["observed"] = Examples.Observed(platform);
        example["proof"] = platform.ProofPage is null ? null : Examples.Proof(platform);
        return example;
    }

    private OpenApiSchema Input(bool required)
    {
        var schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            AdditionalPropertiesAllowed = false,
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
            {
                [ConnectionMembers.Name] = Text("Unique within the platform, whatever its case.", ConnectionMembers.LongestName),
                [ConnectionMembers.Host] = Text("A DNS name or an IP literal; a pasted URL is taken apart.", 2000),
                [ConnectionMembers.Port] = Number("The default is the platform's.", 1, 65535, platform.Transport.HttpsPort),
                [ConnectionMembers.UseHttps] = Flag(platform.Transport.IsHttpsOnly ? "Always true: the platform is reached over HTTPS only." : "Without HTTPS everything, the secrets too, travels in clear text.", true),
                [ConnectionMembers.InsecureSkipVerify] = Flag("Accepts any certificate. Pin it instead.", false),
                [ConnectionMembers.CertificateThumbprint] = Thumbprint(),
                [ConnectionMembers.Enabled] = Flag("Whether the connection is polled.", true),
                [ConnectionMembers.PollIntervalSeconds] = Number("The cadence.", 10, 86400, ConnectionMembers.DefaultPollIntervalSeconds),
            },
        };
        foreach (var field in platform.Fields)
        {
            schema.Properties[field.Name] = FieldSchema(field, answered: false);
        }

        if (required)
        {
            schema.Required = new SortedSet<string>(StringComparer.Ordinal) { ConnectionMembers.Host, ConnectionMembers.Name };
            schema.Required.UnionWith(platform.Fields.Where(IsNeeded).Select(field => field.Name));
        }

        return schema;
    }

    // A choice and a switch have a default, so that a draft may omit them.
    private static bool IsNeeded(ConnectionField field) =>
        field is { Required: true, Kind: ConnectionFieldKind.Text or ConnectionFieldKind.Secret };

    private static OpenApiSchema FieldSchema(ConnectionField field, bool answered) => field.Kind switch
    {
        ConnectionFieldKind.Secret => SecretSchema(field, answered),
        ConnectionFieldKind.Switch => Flag(field.Description, field.IsOnByDefault),
        ConnectionFieldKind.Choice => new OpenApiSchema
        {
            Type = field.Required ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null,
            Description = field.Description,
            Enum = [.. field.Choices.Select(choice => (JsonNode)choice.Value), .. field.Required ? (JsonNode[])[] : [JsonNullSentinel.JsonNull]],
            Default = field.Required ? field.Choices[0].Value : null,
        },
        _ => new OpenApiSchema
        {
            Type = answered || !field.Required ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String,
            MaxLength = answered ? null : field.MaxLength,
            Description = field.Description,
        },
    };

    private static OpenApiSchema SecretSchema(ConnectionField field, bool answered) => new()
    {
        Type = JsonSchemaType.String | JsonSchemaType.Null,
        Format = "password",
        MaxLength = answered ? null : field.MaxLength,
        Description = answered
            ? $"{field.Description} Reads `{Secret.Mask}` when one is stored, null when not."
            : $"{field.Description} `{Secret.Mask}`, null or leaving it out keeps the stored one.{(field.Required ? "" : " An empty text removes it.")}",
    };

    private static OpenApiSchema Text(string description, int maxLength) =>
        new() { Type = JsonSchemaType.String, Description = description, MinLength = 1, MaxLength = maxLength };

    private static OpenApiSchema Flag(string description, bool fallback) =>
        new() { Type = JsonSchemaType.Boolean, Description = description, Default = JsonValue.Create(fallback) };

    private static OpenApiSchema Number(string description, int min, int max, int fallback) => new()
    {
        Type = JsonSchemaType.Integer,
        Format = "int32",
        Description = description,
        Minimum = min.ToString(),
        Maximum = max.ToString(),
        Default = JsonValue.Create(fallback),
    };

    private static OpenApiSchema Thumbprint() => new()
    {
        Type = JsonSchemaType.String | JsonSchemaType.Null,
        Description = "Pins the leaf certificate: SHA-256 (64 hex digits) or SHA-1 (40), with or without separators. Null removes the pin.",
    };

    private static OpenApiSchemaReference Reference(OpenApiDocument document, string name, string description) =>
        new(name, document) { Description = description };

    private static OpenApiSchemaReference Component(OpenApiDocument document, string name, Func<OpenApiSchema> make)
    {
        if (document.Components?.Schemas?.TryGetValue(name, out var known) != true || known is OpenApiSchemaReference)
        {
            document.AddComponent(name, make());
        }

        return new OpenApiSchemaReference(name, document);
    }
}
