using System.IO.Enumeration;
using Pulse.Providers.VMware.Contract;

namespace Pulse.Simulation;

/// <summary>Deviations that stay, each with its reason. Operation, place and release may hold a <c>*</c>.</summary>
public sealed record ContractExceptionEntry(string Operation, ExchangeSide Side, string Place, string? Release, string Text, string Reason)
{
    internal bool Covers(Deviation deviation) =>
        deviation.Side == Side
        && Matches(Operation, deviation.Operation)
        && Matches(Place, deviation.Place)
        && (Release is null ? deviation.Release is null : Matches(Release, deviation.Release ?? ""))
        && deviation.Text.Contains(Text, StringComparison.Ordinal);

    private static bool Matches(string pattern, string text) => FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase: false);
}
