namespace Pulse.PlatformConnections.Connecting;

/// <summary>One request to a system and its answer, as sent and received. Holds secrets, and prints none.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Target">Path and query.</param>
public sealed record ObservedExchange(string Method, string Target)
{
    /// <summary>The size of the longest body that is kept.</summary>
    public const int LongestBody = 8 * 1024 * 1024;

    /// <summary>The body of the request; empty if it had none.</summary>
    public ReadOnlyMemory<byte> RequestBody { get; init; }

    /// <summary>The status; null if no answer came.</summary>
    public int? Status { get; init; }

    /// <summary>The headers of the answer, without those of its body.</summary>
    public IReadOnlyDictionary<string, string> ResponseHeaders { get; init; } = new Dictionary<string, string>();

    /// <summary>The media type of the answer.</summary>
    public string? ResponseType { get; init; }

    /// <summary>The part of the answer's body that was read.</summary>
    public ReadOnlyMemory<byte> ResponseBody { get; init; }

    /// <summary>Whether <see cref="ResponseBody"/> is the whole body: it was read to its end, is not compressed and not too long.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether the request breaks the protocol on purpose, to see the reaction of the system.</summary>
    public bool IsDeliberate { get; init; }

    /// <summary>Prints method and target only: bodies and headers may hold secrets.</summary>
    public override string ToString() => $"{Method} {Target}";
}
