using System.Collections.Frozen;
using Pulse.Providers.VMware.Contract.Document;

namespace Pulse.Providers.VMware.Contract.Model;

/// <summary>Finds the operation of a request line.</summary>
internal sealed class OperationIndex
{
    private const string VimPrefix = "/sdk/vim25/";
    private const string AutomationPrefix = "/api/";

    private readonly Dictionary<(string Method, string Type, string Member), ContractOperation> _vim = [];
    private readonly Dictionary<(string Method, string Path), ContractOperation> _automation = [];
    private readonly FrozenDictionary<string, Version> _releases;
    private readonly TypeGraph _types;

    public OperationIndex(ContractDocument document, TypeGraph types)
    {
        _types = types;
        _releases = document.Release.Known.ToFrozenDictionary(release => release, Version.Parse);
        foreach (var entry in document.Operations)
        {
            Add(entry);
        }

        foreach (var (type, managed) in document.ManagedObjects)
        {
            foreach (var (name, property) in managed.Properties)
            {
                _vim.TryAdd(("GET", type, name), OperationOf(type, name, property));
            }
        }
    }

    public ContractCall Find(string method, string target)
    {
        var path = target.Split('?', 2)[0];
        if (path.StartsWith(AutomationPrefix, StringComparison.Ordinal))
        {
            var operation = _automation.GetValueOrDefault((method, target)) ?? _automation.GetValueOrDefault((method, path));
            return new(operation?.Id ?? $"{method} {path}", operation, Release: null, ReleaseNumber: null, IsOutside: false);
        }

        if (!path.StartsWith(VimPrefix, StringComparison.Ordinal))
        {
            return new($"{method} {path}", Operation: null, Release: null, ReleaseNumber: null, IsOutside: true);
        }

        return path[VimPrefix.Length..].Split('/') is [var release, var type, _, var member]
            ? Vim(method, release, type, member)
            : new($"{method} {path}", Operation: null, Release: null, ReleaseNumber: null, IsOutside: false);
    }

    private ContractCall Vim(string method, string release, string type, string member)
    {
        var operation = _vim.GetValueOrDefault((method, type, member));
        return new(operation?.Id ?? $"{method} {type}.{member}", operation, release, _releases.GetValueOrDefault(release), IsOutside: false);
    }

    private void Add(OperationEntry entry)
    {
        var isVim = entry.Path.StartsWith(VimPrefix, StringComparison.Ordinal);
        var operation = new ContractOperation(entry.Id)
        {
            IsVim = isVim,
            Request = entry.Request is { } request ? _types.Find(request.Schema) : null,
            IsBodyRequired = entry.Request?.BodyRequired == true,
            Result = entry.Result is { } result ? _types.SlotOf(result.Type, result.Array) : null,
            IsNullable = entry.Result?.Nullable == true,
            Statuses = entry.Statuses,
            Query = entry.Query ?? [],
            Errors = (entry.Errors ?? []).ToDictionary(error => int.Parse(error.Key), error => _types.Find(error.Value)!),
            Limit = entry.Limit,
            Privileges = new(entry.Privilege),
        };
        if (!isVim)
        {
            _automation.Add((entry.Method, entry.Path), operation);
            return;
        }

        var segments = entry.Path.Split('/');
        foreach (var type in (entry.AlsoAt ?? []).Prepend(segments[4]))
        {
            _vim[(entry.Method, type, segments[6])] = operation;
        }
    }

    private ContractOperation OperationOf(string type, string name, PropertyEntry property) => new($"{type}.{name}")
    {
        IsVim = true,
        Result = _types.SlotOf(property.Type, property.Array),
        IsNullable = property.Nullable,
        Statuses = [200],
        Since = TypeGraph.VersionOf(property.Since),
        Privileges = new(property.Privilege),
    };
}
