using System.Text.Json;
using Pulse.Providers.VMware.Http;

namespace Pulse.Providers.VMware.Proving;

/// <summary>An answer as it was sent.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Header">Reads a header; null if it is missing.</param>
/// <param name="Body">The whole body.</param>
internal sealed record RawAnswer(int Status, Func<string, string?> Header, byte[] Body)
{
    private readonly ErrorBody _error = Status is >= 200 and < 300 ? ErrorBody.Empty : ErrorBody.Parse(Body);

    public bool IsSuccess => Status is >= 200 and < 300;

    public string? Fault => _error.Fault;

    public string? ErrorType => _error.ErrorType;

    public string? Privilege => _error.Privilege;

    /// <summary>Undefined if the body is empty or not JSON.</summary>
    public JsonElement Json
    {
        get
        {
            try
            {
                return Body.Length == 0 ? default : JsonDocument.Parse(Body).RootElement;
            }
            catch (JsonException)
            {
                return default;
            }
        }
    }

    /// <summary>Whether the answer means no value, in any of the three forms (facts.md#2.28).</summary>
    public bool IsNull => IsSuccess && Json.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null && Body.Length <= "null".Length;

    /// <summary>The form in which the vCenter sent no value.</summary>
    public string NullForm => Status == 204 ? "204" : Body.Length == 0 ? $"{Status} with an empty body" : $"{Status} with the literal null";

    /// <summary>Status and typed error, never a text of the server.</summary>
    public string Describe() => (Fault ?? ErrorType, Privilege) switch
    {
        (null, _) => $"HTTP {Status}",
        ({ } error, null) => $"HTTP {Status} {error}",
        ({ } error, { } privilege) => $"HTTP {Status} {error} ({privilege})",
    };

    /// <summary>The number of items of an array; 0 for any other value.</summary>
    public int Count => Json.ValueKind == JsonValueKind.Array ? Json.GetArrayLength() : 0;
}
