namespace Pulse.Providers.VMware.Contract.Document;

internal sealed record TypeEntry(
    string Kind,
    bool Abstract,
    string? Base,
    MemberEntry[]? Members,
    string[]? Values,
    Dictionary<string, string>? ValueSince,
    string? Since);
