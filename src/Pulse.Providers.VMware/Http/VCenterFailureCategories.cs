using System.Collections.Frozen;
using System.Net;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Protocol;

namespace Pulse.Providers.VMware.Http;

/// <summary>
/// The one table that maps the errors of a vCenter to categories: by the body first, by the status second, never by the
/// text of a message.
/// </summary>
internal static class VCenterFailureCategories
{
    private const string LoginReason = "vim.fault.InvalidLoginWithReason";

    private static readonly FrozenDictionary<string, FailureCategory> ByFault = new Dictionary<string, FailureCategory>
    {
        [FaultTypes.InvalidLogin] = FailureCategory.AuthInvalid,
        [FaultTypes.PasswordExpired] = FailureCategory.CredentialsExpired,
        [FaultTypes.NoPermission] = FailureCategory.PermissionDenied,
        // A lost session is renewed. If it is lost again at once, vCenter has the problem, not the password.
        [FaultTypes.NotAuthenticated] = FailureCategory.Unavailable,
        [FaultTypes.AuthenticationRequired] = FailureCategory.Unavailable,
        [FaultTypes.InvalidToken] = FailureCategory.Unavailable,
        [FaultTypes.SessionNotFound] = FailureCategory.Unavailable,
        ["SystemError"] = FailureCategory.Unavailable,
        ["HostCommunication"] = FailureCategory.Unavailable,
        ["HostConnectFault"] = FailureCategory.Unavailable,
        ["HostNotConnected"] = FailureCategory.Unavailable,
        ["HostNotReachable"] = FailureCategory.Unavailable,
        ["RequestCanceled"] = FailureCategory.Unavailable,
        ["ResourceInUse"] = FailureCategory.Unavailable,
        ["ResourceNotAvailable"] = FailureCategory.Unavailable,
        ["InvalidState"] = FailureCategory.Unavailable,
        ["Timedout"] = FailureCategory.Unavailable,
        ["NotSupported"] = FailureCategory.UnsupportedVersion,
        ["RestrictedVersion"] = FailureCategory.UnsupportedVersion,
        [FaultTypes.InvalidCollectorVersion] = FailureCategory.Protocol,
        [FaultTypes.ManagedObjectNotFound] = FailureCategory.Protocol,
        ["InvalidLocale"] = FailureCategory.Protocol,
        ["InvalidArgument"] = FailureCategory.Protocol,
        ["InvalidProperty"] = FailureCategory.Protocol,
        ["InvalidRequest"] = FailureCategory.Protocol,
        ["InvalidType"] = FailureCategory.Protocol,
        ["MethodNotFound"] = FailureCategory.Protocol,
        ["NotImplemented"] = FailureCategory.Protocol,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, FailureCategory> ByErrorType = new Dictionary<string, FailureCategory>
    {
        [ErrorTypes.Unauthenticated] = FailureCategory.Unavailable,
        [ErrorTypes.Unauthorized] = FailureCategory.PermissionDenied,
        ["ERROR"] = FailureCategory.Unavailable,
        ["INTERNAL_SERVER_ERROR"] = FailureCategory.Unavailable,
        ["SERVICE_UNAVAILABLE"] = FailureCategory.Unavailable,
        [ErrorTypes.UnableToAllocateResource] = FailureCategory.Unavailable,
        ["RESOURCE_BUSY"] = FailureCategory.Unavailable,
        ["RESOURCE_IN_USE"] = FailureCategory.Unavailable,
        ["RESOURCE_INACCESSIBLE"] = FailureCategory.Unavailable,
        ["CANCELED"] = FailureCategory.Unavailable,
        ["CONCURRENT_CHANGE"] = FailureCategory.Unavailable,
        ["TIMED_OUT"] = FailureCategory.Unavailable,
        ["UNSUPPORTED"] = FailureCategory.UnsupportedVersion,
        ["ALREADY_EXISTS"] = FailureCategory.Protocol,
        ["ALREADY_IN_DESIRED_STATE"] = FailureCategory.Protocol,
        ["FEATURE_IN_USE"] = FailureCategory.Protocol,
        ["INVALID_ARGUMENT"] = FailureCategory.Protocol,
        ["INVALID_ELEMENT_CONFIGURATION"] = FailureCategory.Protocol,
        ["INVALID_ELEMENT_TYPE"] = FailureCategory.Protocol,
        ["INVALID_REQUEST"] = FailureCategory.Protocol,
        ["NOT_ALLOWED_IN_CURRENT_STATE"] = FailureCategory.Protocol,
        ["NOT_FOUND"] = FailureCategory.Protocol,
        ["OPERATION_NOT_FOUND"] = FailureCategory.Protocol,
        ["UNEXPECTED_INPUT"] = FailureCategory.Protocol,
        ["UNVERIFIED_PEER"] = FailureCategory.Protocol,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The category of a fault inside of data, in a <c>missingSet</c>.</summary>
    public static FailureCategory OfNested(string? fault) => fault switch
    {
        null => FailureCategory.Unknown,
        // NotAuthenticated is a NoPermission (facts.md#2.15); inside of data it means only that.
        _ when FaultTypes.IsUnknownSession(fault) => FailureCategory.PermissionDenied,
        _ => ByFault.GetValueOrDefault(fault, FailureCategory.Unknown),
    };

    public static FailureCategory Of(VCenterRequest request, HttpStatusCode status, ErrorBody body)
    {
        // The limit of sessions per user is reported as a plain SERVICE_UNAVAILABLE; only its message id distinguishes it (facts.md#1.10).
        if (body.MessageIds.Any(id => id.Contains("SessionCountReached", StringComparison.OrdinalIgnoreCase)))
        {
            return FailureCategory.SessionLimit;
        }

        if (request.IsLogin)
        {
            // A login is refused by a 401 and by each fault that asks for a login, whatever else it says: Pulse must not send the password
            // again with every poll (facts.md#2.17).
            if (status == HttpStatusCode.Unauthorized || FaultTypes.IsUnknownSession(body.Fault))
            {
                return FailureCategory.AuthInvalid;
            }

            if (IsOfSession(body))
            {
                return FailureCategory.Unavailable;
            }
        }

        if (body.Fault is { } fault)
        {
            return ByFault.GetValueOrDefault(fault, FailureCategory.Unknown);
        }

        if (request.IsLogin)
        {
            if (body.ErrorType == ErrorTypes.UnableToAllocateResource)
            {
                return FailureCategory.SessionLimit;
            }

            // vCenter answers 403 for a locked account (facts.md#1.5). A 403 without its JSON comes from a proxy, which knows
            // nothing of the password.
            if ((status == HttpStatusCode.Forbidden && body.IsFromVCenter) || body.ErrorType is ErrorTypes.Unauthenticated or ErrorTypes.Unauthorized)
            {
                return FailureCategory.AuthInvalid;
            }
        }

        return body.ErrorType is { } errorType
            ? ByErrorType.GetValueOrDefault(errorType, FailureCategory.Unknown)
            : ByStatus(status);
    }

    // InvalidLogin also occurs if the session is being ended or was authenticated already; then the password is not the
    // cause (facts.md#2.11).
    public static bool IsOfSession(ErrorBody body) =>
        body.Fault == FaultTypes.InvalidLogin && body.Reasons.Any(reason => reason.StartsWith(LoginReason, StringComparison.Ordinal));

    private static FailureCategory ByStatus(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => FailureCategory.Unavailable,
        HttpStatusCode.Forbidden => FailureCategory.PermissionDenied,
        HttpStatusCode.TooManyRequests => FailureCategory.RateLimited,
        HttpStatusCode.RequestTimeout => FailureCategory.Unavailable,
        // A 500 of vCenter has a fault or an error type; a 500 without them does not come from vCenter.
        HttpStatusCode.InternalServerError or HttpStatusCode.NotImplemented => FailureCategory.Protocol,
        > HttpStatusCode.InternalServerError => FailureCategory.Unavailable,
        _ => FailureCategory.Protocol,
    };
}
