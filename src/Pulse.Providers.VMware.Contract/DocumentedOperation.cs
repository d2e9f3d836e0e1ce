namespace Pulse.Providers.VMware.Contract;

/// <summary>An operation that the contract has.</summary>
/// <param name="Id">For example <c>SessionManager.Login</c>.</param>
/// <param name="TakesBody">Whether a request may have a body.</param>
public sealed record DocumentedOperation(string Id, bool TakesBody);
