namespace Pulse.Providers.VMware.Protocol;

/// <summary>The fault types of VI JSON that Pulse treats specially.</summary>
internal static class FaultTypes
{
    public const string InvalidLogin = "InvalidLogin";
    public const string PasswordExpired = "PasswordExpired";
    public const string NoPermission = "NoPermission";
    public const string NotAuthenticated = "NotAuthenticated";

    // Release 9.1 added these three (facts.md#2.17).
    public const string AuthenticationRequired = "AuthenticationRequired";
    public const string InvalidToken = "InvalidToken";
    public const string SessionNotFound = "SessionNotFound";

    public const string InvalidCollectorVersion = "InvalidCollectorVersion";
    public const string ManagedObjectNotFound = "ManagedObjectNotFound";

    /// <summary>Whether a fault means that the vCenter does not know the session of the request.</summary>
    public static bool IsUnknownSession(string? fault) => fault is NotAuthenticated or AuthenticationRequired or InvalidToken or SessionNotFound;
}
