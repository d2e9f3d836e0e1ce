using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Pulse.Simulation.Tests;

internal sealed record Reply(HttpStatusCode Status, string Text, HttpResponseHeaders Headers, string? ContentType)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public string? TypeName => (string?)Json["_typeName"];

    public string? ErrorType => (string?)Json["error_type"];

    public string? Token => Headers.TryGetValues("vmware-api-session-id", out var values) ? values.Single() : null;
}
