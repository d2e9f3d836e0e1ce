using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;
using Pulse.Access.Http;

namespace Pulse.Host;

/// <summary>Describes the members that Pulse adds to problem details. The framework sees only a set of unnamed extensions.</summary>
internal static class ProblemSchema
{
    public static bool Describes(Type type) => typeof(ProblemDetails).IsAssignableFrom(type);

    public static void Complete(OpenApiSchema schema)
    {
        schema.Properties ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        foreach (var member in schema.Properties.Values.OfType<OpenApiSchema>())
        {
            // Pulse omits members without a value.
            member.Type &= ~JsonSchemaType.Null;
        }

        foreach (var (name, member) in Extensions())
        {
            schema.Properties.TryAdd(name, member);
        }

        schema.Required = new SortedSet<string>(StringComparer.Ordinal) { "code", "status", "title" };
    }

    /// <summary>Lists at each status of a route the codes that it may have, with their meaning.</summary>
    public static void NameCodes(OpenApiOperation operation, IEnumerable<object> metadata)
    {
        foreach (var codes in ProblemAnswers.Of(metadata))
        {
            if (operation.Responses?.TryGetValue(codes.Key.ToString(CultureInfo.InvariantCulture), out var answer) == true)
            {
                answer.Description = string.Join('\n', codes.Select(code => $"- `{code.Name}`: {code.Meaning}"));
            }
        }
    }

    private static Dictionary<string, IOpenApiSchema> Extensions() => new(StringComparer.Ordinal)
    {
        ["code"] = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Description = "The code of the problem: a word that never changes.",
            Enum = [.. ProblemCode.All.Select(code => JsonValue.Create(code.Name))],
        },
        ["errors"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "Of `validation_failed`: every wrong field with its errors.",
            AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
        },
        ["line"] = Member(JsonSchemaType.Integer, "int64", "Of `invalid_json` and `invalid_utf8`: the line, from 1."),
        ["position"] = Member(JsonSchemaType.Integer, "int64", "Of `invalid_json` and `invalid_utf8`: the byte in the line, from 1."),
        ["setupRequired"] = Member(JsonSchemaType.Boolean, null, "Of `unauthenticated`: whether there is no admin yet."),
        ["connectionId"] = Member(JsonSchemaType.String, "uuid", "Of `endpoint_taken`: the other connection."),
        ["retryAt"] = Member(JsonSchemaType.String, "date-time", "Of `auth_hold`: when the login may be tried again."),
        ["currentVersion"] = Member(JsonSchemaType.Integer, "int32", "Of `version_mismatch`: the version of the connection now."),
        ["traceId"] = Member(JsonSchemaType.String, null, "Tells this request from others."),
    };

    private static OpenApiSchema Member(JsonSchemaType type, string? format, string description) =>
        new() { Type = type, Format = format, Description = description };
}
