using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Pulse.Access.Http;
using Pulse.PlatformConnections.Contracts;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Documentation;

/// <summary>The description of the six routes of one platform in the OpenAPI document.</summary>
internal sealed class ConnectionDocumentation(PlatformDescriptor platform)
{
    public const string Redact = "Replaces host, user and object names by placeholders, so that you can share the report.";

    private const string Json = "application/json";

    private const string InLines =
        "Send `Accept: application/x-ndjson` to receive each step as it ends: one `TestProgress` per line. The last line holds the report, "
        + "or a problem after the first step. A problem before the first step has its usual status.";

    private static readonly ProblemCode[] ChangeProblems = [ProblemCode.ValidationFailed, ProblemCode.NameTaken, ProblemCode.EndpointTaken];

    private static readonly ProblemCode[] TestProblems =
        [ProblemCode.ValidationFailed, ProblemCode.ParameterUnreadable, ProblemCode.AuthHold, ProblemCode.TestsBusy, ProblemCode.Stopping];

    private readonly ConnectionSchemas _schemas = new(platform);

    public RouteDescription List => new("list", $"List the connections to {platform.DisplayName}", "200")
    {
        Text = "By name, with their poll health and the latest data. Secrets read `********`.",
        Answers = Many,
    };

    public RouteDescription Create => new("create", $"Save a connection to {platform.DisplayName}", "201", [.. ChangeProblems])
    {
        Text = "Its first poll starts at once.",
        Request = _schemas.Draft,
        Answers = One,
        HasETag = true,
    };

    public RouteDescription Update => new("update", "Change a connection", "200", [.. ChangeProblems, ProblemCode.ConnectionNotFound, ProblemCode.VersionMismatch, ProblemCode.SecretReentryRequired])
    {
        Text = "An omitted member keeps its value; a secret that is omitted, null or `********` keeps the stored one. "
            + "A listed connection can be edited and sent back as it is. When host, port or scheme change and the secret is kept, the "
            + "stored secret is sent to the new endpoint; that is audited. Takes effect at once.",
        Request = _schemas.Patch,
        Answers = One,
        TakesIfMatch = true,
        HasETag = true,
    };

    public RouteDescription Delete { get; } = new("delete", "Delete a connection", "204", ProblemCode.ConnectionNotFound, ProblemCode.VersionMismatch)
    {
        Text = "Ends its session and forgets its secrets and its history.",
        TakesIfMatch = true,
    };

    public RouteDescription TestDraft => new("testDraft", "Test settings without saving them", "200", [.. TestProblems])
    {
        Text = "A completed test returns 200, even if the connection does not work. `success` tells whether the connection can be polled. " + InLines,
        Request = _schemas.Draft,
        Answers = Report,
        AnswersInLines = true,
    };

    public RouteDescription TestSaved => new("testSaved", "Test a saved connection", "200", [.. TestProblems, ProblemCode.ConnectionNotFound, ProblemCode.SecretReentryRequired, ProblemCode.TestInProgress])
    {
        Text = "Without a body it is an attempt like any other, and its outcome is recorded. If the test ran "
            + "out of time, Pulse does not record it. The test accepts another system that an earlier attempt has shown. With settings laid over the saved ones, by "
            + "the rule of the update, nothing is recorded. " + InLines,
        Request = _schemas.Patch,
        Answers = Report,
        AnswersInLines = true,
        RequestIsOptional = true,
    };

    /// <summary>Adds the parts that the framework cannot derive from the handler.</summary>
    public void Apply(RouteDescription route, OpenApiOperation operation, OpenApiDocument document)
    {
        operation.OperationId = $"{platform.Key}_{route.Name}";
        operation.Summary = route.Summary;
        operation.Description = route.Text;
        if (route.Request is { } request)
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = !route.RequestIsOptional,
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    [Json] = new OpenApiMediaType { Schema = request(document), Example = _schemas.DraftExample() },
                },
            };
        }

        var answer = (OpenApiResponse)operation.Responses![route.Success];
        answer.Description = route.Success switch { "201" => "Saved.", "204" => "Deleted.", _ => "Done." };
        if (answer.Content?.TryGetValue(Json, out var content) == true)
        {
            route.Answers?.Invoke(content, document);
        }

        if (route.AnswersInLines)
        {
            answer.Content![TestProgress.ContentType] = new OpenApiMediaType { Schema = _schemas.Progress(document), Example = Examples.Progress() };
        }

        AddHeaders(route, operation, answer);
    }

    private static void AddHeaders(RouteDescription route, OpenApiOperation operation, OpenApiResponse answer)
    {
        if (route.TakesIfMatch)
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = "If-Match",
                In = ParameterLocation.Header,
                Description = "The ETag of the version that was edited. With an old one nothing changes, and the answer is 412.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, Examples = ["\"3\""] },
            });
        }

        if (route.HasETag)
        {
            answer.Headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal)
            {
                ["ETag"] = new OpenApiHeader { Description = "The version, for If-Match.", Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
            };
        }
    }

    private void One(OpenApiMediaType content, OpenApiDocument document)
    {
        content.Schema = _schemas.Answered(document, content.Schema!);
        content.Example = _schemas.ConnectionExample();
    }

    private void Many(OpenApiMediaType content, OpenApiDocument document)
    {
        content.Schema = new OpenApiSchema { Type = JsonSchemaType.Array, Items = _schemas.Answered(document, content.Schema!.Items!) };
        content.Example = new JsonArray(_schemas.ConnectionExample());
    }

    private void Report(OpenApiMediaType content, OpenApiDocument document) => content.Example = Examples.Report(platform);
}
