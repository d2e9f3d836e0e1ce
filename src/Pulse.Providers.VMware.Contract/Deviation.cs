namespace Pulse.Providers.VMware.Contract;

/// <summary>One place where an exchange differs from the vendor's documents.</summary>
/// <param name="Operation">For example <c>SessionManager.Login</c> or <c>vcenter.vm.list</c>; method and path if the contract has no such operation.</param>
/// <param name="Side">The half of the exchange.</param>
/// <param name="Place">The place in the body, for example <c>specSet[0].propSet[1]._typeName</c>; <c>body</c>, <c>status</c>, <c>path</c>, <c>query</c> or <c>header</c> for a finding without a member.</param>
/// <param name="Release">The vim25 release in the path; null for the Automation API.</param>
/// <param name="Text">The error, in plain English.</param>
public sealed record Deviation(string Operation, ExchangeSide Side, string Place, string? Release, string Text)
{
    /// <inheritdoc />
    public override string ToString() =>
        $"{Operation}{(Release is null ? "" : $" ({Release})")}, {(Side is ExchangeSide.Request ? "request" : "answer")}, {Place}: {Text}";
}
