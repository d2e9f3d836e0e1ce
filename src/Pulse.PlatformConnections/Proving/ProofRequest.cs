using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Proving;

/// <summary>Which system is proven, as whom, and how. Holds secrets, and prints none.</summary>
public sealed record ProofRequest
{
    /// <summary>The key of the platform.</summary>
    public required string Platform { get; init; }

    /// <summary>A host or a URL.</summary>
    public required string Host { get; init; }

    /// <summary>Null for the usual one.</summary>
    public int? Port { get; init; }

    /// <summary>Null for what the host says, else HTTPS.</summary>
    public bool? UseHttps { get; init; }

    /// <summary>Accepts any certificate: only as a saved connection says it.</summary>
    public bool InsecureSkipVerify { get; init; }

    /// <summary>The pinned certificate; null for the trust of the machine.</summary>
    public string? Thumbprint { get; init; }

    /// <summary>The account.</summary>
    public required string User { get; init; }

    /// <summary>Its password.</summary>
    public required Secret Password { get; init; }

    /// <summary>An account without a role; null when none is given.</summary>
    public string? SecondUser { get; init; }

    /// <summary>The password of the second account.</summary>
    public Secret SecondPassword { get; init; } = Secret.Empty;

    /// <summary>What the record calls the system.</summary>
    public required string Alias { get; init; }

    /// <summary>Whether the exchanges are kept.</summary>
    public bool Bundle { get; init; }

    /// <summary>The pause between two polls.</summary>
    public TimeSpan PollPause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Names the platform only.</summary>
    public override string ToString() => $"{nameof(ProofRequest)} of a {Platform}";
}
