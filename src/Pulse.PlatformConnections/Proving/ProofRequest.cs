using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Proving;

/// <summary>The system, the account and the options of a proof. Holds secrets, and prints none.</summary>
public sealed record ProofRequest
{
    /// <summary>The key of the platform.</summary>
    public required string Platform { get; init; }

    /// <summary>A host or a URL.</summary>
    public required string Host { get; init; }

    /// <summary>The port; null for the usual one.</summary>
    public int? Port { get; init; }

    /// <summary>Whether to use HTTPS; null for the scheme of the host, or else HTTPS.</summary>
    public bool? UseHttps { get; init; }

    /// <summary>Accepts any certificate: only if a saved connection does so.</summary>
    public bool InsecureSkipVerify { get; init; }

    /// <summary>The pinned certificate; null for the trust of the machine.</summary>
    public string? Thumbprint { get; init; }

    /// <summary>The account.</summary>
    public required string User { get; init; }

    /// <summary>The secret of the account.</summary>
    public required Secret Secret { get; init; }

    /// <summary>An account without a role; null for none.</summary>
    public string? SecondUser { get; init; }

    /// <summary>The secret of the second account.</summary>
    public Secret SecondSecret { get; init; } = Secret.Empty;

    /// <summary>The name of the system in the record.</summary>
    public required string Alias { get; init; }

    /// <summary>Whether the exchanges are kept.</summary>
    public bool Bundle { get; init; }

    /// <summary>The pause between two polls.</summary>
    public TimeSpan PollPause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Names the platform only.</summary>
    public override string ToString() => $"{nameof(ProofRequest)} of a {Platform}";
}
