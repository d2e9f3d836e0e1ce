using System.Net;
using System.Text.RegularExpressions;
using Pulse.Access.Texts;
using Pulse.PlatformConnections.Attempts;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Contracts;

/// <summary>
/// Replaces the names in a report by placeholders, so that the report can be shared. One name has one placeholder in the whole
/// report, numbered in the order of first use.
/// </summary>
internal sealed partial class Redaction
{
    private readonly Placeholders _placeholders = new();

    public Redaction(AttemptResult result, ConnectionTarget target)
    {
        ReportedName[] names =
        [
            new(ReportedNameKind.Host, target.Host),
            new(ReportedNameKind.Host, HostName.ToUnicode(target.Host) ?? ""),
            new(ReportedNameKind.User, target.Account),
            .. CertificateNames(result.Certificate),
            .. result.ReportedNames,
            .. result.Observed?.Issues.SelectMany(issue => issue.Names).Select(name => new ReportedName(ReportedNameKind.Object, name)) ?? [],
        ];
        foreach (var name in names)
        {
            _placeholders.Add(name.Kind.ToString().ToLowerInvariant(), name.Name);
        }
    }

    public TestReport Of(TestReport report) => report with
    {
        Observed = report.Observed is not { } observed ? null : observed with
        {
            SystemName = Of(observed.SystemName),
            Issues = [.. observed.Issues.Select(issue => issue with { Message = Of(issue.Message), Names = [.. issue.Names.Select(Of)] })],
        },
        Failure = report.Failure is not { } failure ? null : failure with
        {
            Message = Of(failure.Message),
            Remedy = Of(failure.Remedy),
            Detail = failure.Detail is null ? null : Of(failure.Detail),
        },
        Certificate = report.Certificate is not { } certificate ? null : certificate with
        {
            // The organization of an issuer is often the host itself.
            Subject = "subject",
            Issuer = certificate.Issuer == certificate.Subject ? "subject" : "issuer",
            Names = [.. certificate.Names.Select(Of)],
        },
        Steps = [.. report.Steps.Select(step => step with { Summary = Of(step.Summary), Remedy = step.Remedy is null ? null : Of(step.Remedy) })],
    };

    private string Of(string text) => _placeholders.Replace(text);

    private static IEnumerable<ReportedName> CertificateNames(CertificateSeen? certificate) => certificate is null
        ? []
        : certificate.Names.Concat(CommonName().Matches(certificate.Subject).Select(match => match.Groups["name"].Value))
            .Select(name => new ReportedName(IPAddress.TryParse(name, out _) ? ReportedNameKind.Address : ReportedNameKind.Host, name));

    [GeneratedRegex("CN=(?<name>[^,]+)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CommonName();
}
