namespace Pulse.Providers.VMware.Contract;

/// <summary>An operation that the contract has.</summary>
/// <param name="Id">For example <c>SessionManager.Login</c>.</param>
/// <param name="TakesBody">Whether a request may have a body.</param>
/// <param name="Privilege">What the caller needs in the release of the path, on the object that is called or on the root folder; null when the vendor names none.</param>
public sealed record DocumentedOperation(string Id, bool TakesBody, string? Privilege);
