namespace Pulse.Providers.VMware.Contract;

/// <summary>An operation of the contract.</summary>
/// <param name="Id">For example <c>SessionManager.Login</c>.</param>
/// <param name="TakesBody">Whether a request may have a body.</param>
/// <param name="Privilege">The privilege that the caller needs in the release of the path, on the called object or on the root folder; null if the vendor names none.</param>
public sealed record DocumentedOperation(string Id, bool TakesBody, string? Privilege);
