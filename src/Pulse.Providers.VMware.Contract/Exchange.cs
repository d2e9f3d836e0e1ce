namespace Pulse.Providers.VMware.Contract;

/// <summary>One request and its answer, as sent and received.</summary>
public sealed record Exchange
{
    /// <summary>The HTTP method, in upper case.</summary>
    public required string Method { get; init; }

    /// <summary>The path with the query, as sent.</summary>
    public required string Target { get; init; }

    /// <summary>Empty for no body.</summary>
    public ReadOnlyMemory<byte> RequestBody { get; init; }

    /// <summary>The HTTP status of the answer.</summary>
    public int Status { get; init; }

    /// <summary>Empty for no body.</summary>
    public ReadOnlyMemory<byte> ResponseBody { get; init; }

    /// <summary>The content type of the answer; null if it is not known, and then it is not checked.</summary>
    public string? ContentType { get; init; }

    /// <summary>The header <c>WWW-Authenticate</c> of the answer; null for none.</summary>
    public string? Challenge { get; init; }
}
