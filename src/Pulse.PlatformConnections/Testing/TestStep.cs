using System.Text.Json.Serialization;

namespace Pulse.PlatformConnections.Testing;

/// <summary>One line of a test report.</summary>
/// <param name="Name">The step, e.g. <c>tls</c>.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="DurationMs">Milliseconds.</param>
/// <param name="Summary">One sentence.</param>
/// <param name="Category">What is wrong, for a warning or a failure.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record TestStep(
    string Name,
    StepOutcome Outcome,
    long DurationMs,
    string Summary,
    FailureCategory? Category = null,
    string? Remedy = null);

/// <summary>How a step ended.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<StepOutcome>))]
public enum StepOutcome
{
    /// <summary>All is well.</summary>
    Passed,

    /// <summary>The connection works, but something should be looked at.</summary>
    Warning,

    /// <summary>The step failed.</summary>
    Failed,

    /// <summary>Not tried, because a step before it failed.</summary>
    Skipped,
}

/// <summary>The certificate that a system showed, whatever came of it.</summary>
/// <param name="Subject">Distinguished name.</param>
/// <param name="Issuer">Distinguished name of the issuer.</param>
/// <param name="Sha256">SHA-256 thumbprint as upper-case colon pairs.</param>
/// <param name="NotBefore">Start of its validity.</param>
/// <param name="NotAfter">End of its validity.</param>
/// <param name="Trust">What Pulse makes of it under the settings of the connection.</param>
/// <param name="Names">The DNS names and IP addresses it is for.</param>
public sealed record CertificateSeen(
    string Subject,
    string Issuer,
    string Sha256,
    DateTimeOffset NotBefore,
    DateTimeOffset NotAfter,
    CertificateTrust Trust,
    IReadOnlyList<string> Names);

/// <summary>What Pulse makes of a certificate.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<CertificateTrust>))]
public enum CertificateTrust
{
    /// <summary>By the trust of the operating system.</summary>
    Trusted,

    /// <summary>It is the pinned one.</summary>
    Pinned,

    /// <summary>Refused: untrusted chain, other name, or out of its dates.</summary>
    Untrusted,

    /// <summary>Refused: another one is pinned.</summary>
    Mismatch,

    /// <summary>Accepted without looking, because the connection says so.</summary>
    Skipped,
}
