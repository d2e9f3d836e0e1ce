using System.Text.Json;

namespace Pulse.Providers.VMware.Contract.Document;

/// <summary>An operation of the document: one parameter for each member, so that reading it needs no mapping.</summary>
internal sealed record OperationEntry(
    string Id,
    string Method,
    string Path,
    RequestEntry? Request,
    ResultEntry? Result,
    int[] Statuses,
    string[]? AlsoAt,
    Dictionary<string, string>? Query,
    Dictionary<string, string>? Errors,
    int? Limit,
    JsonElement Privilege);
