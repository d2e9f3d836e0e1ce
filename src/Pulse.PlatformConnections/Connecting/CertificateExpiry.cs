using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Connecting;

/// <summary>
/// Warns before a certificate expires, even if it is pinned or not checked: Pulse accepts such a certificate after its
/// end, but other programs do not. Checked at each attempt, since a session may stay open for weeks.
/// </summary>
internal static class CertificateExpiry
{
    private static readonly TimeSpan NoticePeriod = TimeSpan.FromDays(30);

    /// <returns>Null if there is enough time.</returns>
    public static string? Of(DateTimeOffset end, DateTimeOffset now) =>
        end - now > NoticePeriod ? null : $"the certificate {(end < now ? "expired" : "expires")} on {end:yyyy-MM-dd}";

    /// <summary>The result of a read, with an issue if the certificate of the system expires soon.</summary>
    public static Observed? Note(Observed? observed, CertificateSeen? certificate, ConnectionTarget target, DateTimeOffset now) =>
        observed is null || certificate is null || Of(certificate.NotAfter, now) is null
            ? observed
            : observed with { Issues = [.. observed.Issues, Issue(certificate, target, now)] };

    private static ObservedIssue Issue(CertificateSeen certificate, ConnectionTarget target, DateTimeOffset now) => new(
        FailureCategory.TlsExpired,
        $"The certificate of {target.Endpoint} {(certificate.NotAfter < now ? "expired" : "expires")} on {certificate.NotAfter:yyyy-MM-dd}. "
        + (certificate.Trust == CertificateTrust.Pinned
            ? "Renew it on the system, compare the new thumbprint with the one on the system and pin it."
            : "Renew it on the system."),
        1,
        []);
}
