using System.Text.Json;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connections;

/// <summary>The request of a test. A class, not a record: a generated ToString() would print the secrets in the settings.</summary>
internal sealed class TestRequest
{
    /// <summary>A test without entered settings.</summary>
    public static readonly JsonElement NoSettings = JsonElement.Parse("{}"u8);

    /// <summary>The entered settings, a JSON object; without members if none were entered.</summary>
    public required JsonElement Settings { get; init; }

    /// <summary>Whether the report has placeholders for names, so that the caller can share it.</summary>
    public bool Redact { get; init; }

    /// <summary>Called with each step as it ends; null if the caller waits for the report.</summary>
    public Action<TestStep>? StepEnded { get; init; }
}
