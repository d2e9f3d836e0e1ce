using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Contracts;

/// <summary>One line of a streamed test: a step that ended, or, as the last line, the result of the test.</summary>
internal sealed record TestProgress
{
    /// <summary>The media type of an answer in lines.</summary>
    public const string ContentType = "application/x-ndjson";

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TestStep? Step { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TestReport? Report { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ProblemDetails? Problem { get; init; }
}
