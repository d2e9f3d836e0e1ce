using System.Net;
using System.Text.RegularExpressions;
using Pulse.Access.Texts;
using Pulse.PlatformConnections.Contracts;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Proving;

/// <summary>Replaces all identifying words in a record, one to one: hosts, users, names, addresses and UUIDs.</summary>
internal sealed partial class RecordRedaction
{
    private readonly Placeholders _placeholders = new();
    private readonly List<string> _uuids = [];
    private readonly string[] _secrets;

    public RecordRedaction(
        ProofRequest request, ConnectionTarget target, PlatformDescriptor platform, IReadOnlyCollection<ReportedName> mentions, SharedProof? shared)
    {
        _secrets = [.. new[] { request.Secret, request.SecondSecret }.Select(secret => secret.Reveal()).Where(secret => secret.Length > 0)];
        AddHost(target.Host);
        AddHost(HostName.ToUnicode(target.Host) ?? "");
        AddUser(request.User, platform);
        AddUser(request.SecondUser ?? "", platform);
        AddHost(shared?.Observed?.SystemName ?? "");
        foreach (var name in shared?.Certificate?.Names ?? [])
        {
            AddHost(name);
        }

        foreach (var mention in mentions)
        {
            _placeholders.Add(KindOf(mention.Kind), mention.Name);
        }

        foreach (var name in shared?.Observed?.Issues.SelectMany(issue => issue.Names) ?? [])
        {
            _placeholders.Add("name", name);
        }
    }

    public ProofAnswer Of(ProofAnswer answer) => answer with { Finding = Of(answer.Finding) };

    public ProofRecord Of(ProofRecord record) => record with
    {
        Failure = record.Failure is not { } failure ? null : failure with
        {
            Message = Of(failure.Message),
            Remedy = Of(failure.Remedy),
            Detail = failure.Detail is null ? null : Of(failure.Detail),
        },
        System = record.System is not { } system ? null : system with
        {
            Product = Of(system.Product),
            Details = system.Details.ToDictionary(detail => detail.Key, detail => Of(detail.Value), StringComparer.Ordinal),
        },
        Rows = [.. record.Rows.Select(Of)],
        Steps = [.. record.Steps.Select(step => step with { Summary = Of(step.Summary), Remedy = step.Remedy is null ? null : Of(step.Remedy) })],
    };

    private string Of(string text)
    {
        // No sentence of Pulse holds a secret, but a system could send one back.
        var safe = _secrets.Aggregate(text, (current, secret) => current.Replace(secret, Secret.Mask, StringComparison.Ordinal));
        return Uuid().Replace(_placeholders.Replace(safe), uuid => $"uuid-{NumberOf(uuid.Value)}");
    }

    private int NumberOf(string uuid)
    {
        var at = _uuids.FindIndex(known => known.Equals(uuid, StringComparison.OrdinalIgnoreCase));
        if (at < 0)
        {
            _uuids.Add(uuid);
            at = _uuids.Count - 1;
        }

        return at + 1;
    }

    private void AddHost(string host)
    {
        _placeholders.Add(IPAddress.TryParse(host, out _) ? "address" : "host", host);

        // The short name can also stand for the host.
        if (!IPAddress.TryParse(host, out _) && host.IndexOf('.') is var dot and > 0)
        {
            _placeholders.Add("host", host[..dot]);
        }
    }

    private void AddUser(string user, PlatformDescriptor platform)
    {
        _placeholders.Add("user", user);
        var account = AccountName.Parse(user);
        _placeholders.Add("user", account.User);
        _placeholders.Add("user", $"{account.Domain}\\{account.User}");
        _placeholders.Add("user", account.ToString());
        if (!platform.IsLocalAccount(user))
        {
            _placeholders.Add("host", account.Domain);
        }
    }

    private static string KindOf(ReportedNameKind kind) => kind switch
    {
        ReportedNameKind.Host => "host",
        ReportedNameKind.User => "user",
        ReportedNameKind.Address => "address",
        _ => "name",
    };

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Uuid();
}
