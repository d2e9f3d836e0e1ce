using System.Collections.Frozen;
using System.Net;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Inventories;

namespace Pulse.Providers.VMware.Http;

/// <summary>
/// The one table that says in a category what an error of a vCenter means: by the body first, by the status second,
/// never by the text of a message.
/// </summary>
internal static class VCenterFailures
{
    private const int MaxDetailLength = 300;

    private const string PasswordExpired = "PasswordExpired";
    private const string LoginReason = "vim.fault.InvalidLoginWithReason";

    private static readonly FrozenDictionary<string, FailureCategory> ByFault = new Dictionary<string, FailureCategory>
    {
        [Faults.InvalidLogin] = FailureCategory.AuthInvalid,
        [PasswordExpired] = FailureCategory.AuthInvalid,
        [Faults.NoPermission] = FailureCategory.PermissionDenied,
        // A lost session is renewed; one that is lost again at once is vCenter's own trouble, not the password's.
        [Faults.NotAuthenticated] = FailureCategory.Unavailable,
        [Faults.AuthenticationRequired] = FailureCategory.Unavailable,
        [Faults.InvalidToken] = FailureCategory.Unavailable,
        [Faults.SessionNotFound] = FailureCategory.Unavailable,
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
        [Faults.InvalidCollectorVersion] = FailureCategory.Protocol,
        [Faults.ManagedObjectNotFound] = FailureCategory.Protocol,
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

    public static VCenterFailureException From(
        VCenterRequest request, ConnectionTarget target, HttpStatusCode status, ErrorBody body, TimeSpan? retryAfter)
    {
        var category = Categorize(request, status, body);
        return new(category, DetailOf(status, body), status, body.Fault ?? body.ErrorType)
        {
            RetryAfter = retryAfter,
            Privilege = body.Privilege,
            Sentence = SentenceOf(request, category, body, target),
            Remedy = RemedyOf(category, body),
        };
    }

    /// <returns>Null where the words of the category say it all.</returns>
    private static string? SentenceOf(VCenterRequest request, FailureCategory category, ErrorBody body, ConnectionTarget target) => category switch
    {
        FailureCategory.AuthInvalid when body.Fault == PasswordExpired => $"The password of the account has expired, so {target.Endpoint} refused it.",
        FailureCategory.AuthInvalid when body.IsFromVCenter => $"{target.Endpoint} refused the user name or password.",
        FailureCategory.Unavailable when request.IsLogin && IsOfSession(body) =>
            $"{target.Endpoint} did not make a session; it says that the password is not the reason.",
        FailureCategory.PermissionDenied when request.IsLogin => body.IsFromVCenter
            ? $"The password is right, but the account has no permission at all on {target.Endpoint}."
            : $"Something before {target.Endpoint}, such as a proxy or firewall, refused the login.",
        FailureCategory.PermissionDenied when body is { Privilege: { } privilege } =>
            $"The account lacks {privilege}{(body.EntityType is { } entity ? $" on a {entity}" : "")} of {target.Endpoint}, which reading needs.",
        _ => null,
    };

    private static string? RemedyOf(FailureCategory category, ErrorBody body) => category switch
    {
        FailureCategory.AuthInvalid when body.Fault == PasswordExpired =>
            "Set a new password for the account in vCenter Single Sign-On and enter it here.",
        FailureCategory.AuthInvalid when body.IsFromVCenter =>
            "Check the user name (user@domain or DOMAIN\\user) and the password; if both are right, unlock the account in vCenter Single Sign-On. "
            + "The same password is not tried again at once, so that the account is not locked.",
        FailureCategory.SessionLimit =>
            "End sessions that nobody uses in the vSphere Client (Administration, or the user's own sessions), or wait until they expire.",
        FailureCategory.PermissionDenied when body.IsFromVCenter => InventorySummary.AssignReadOnly,
        _ => null,
    };

    /// <summary>The session that was made a moment ago is not known any more.</summary>
    /// <param name="target">The vCenter.</param>
    /// <param name="refusal">How it said so; null for a 200 in which nothing may be read.</param>
    public static VCenterFailureException LostAgain(ConnectionTarget target, VCenterFailureException? refusal = null) =>
        new(
            FailureCategory.Unavailable,
            refusal?.Detail ?? $"{Faults.NotAuthenticated} in missingSet",
            refusal?.Status ?? HttpStatusCode.OK,
            refusal?.Error ?? Faults.NotAuthenticated)
        {
            Sentence = $"{target.Endpoint} took the login, but does not know the session that it gave.",
            Remedy = "If it stays so, check the vpxd and vAPI endpoint services of the vCenter.",
        };

    /// <summary>The filter says that the view it looks through is gone, and nobody of a fault.</summary>
    public static VCenterFailureException ViewGone() =>
        new(FailureCategory.Protocol, $"{Faults.ManagedObjectNotFound} in missingSet", HttpStatusCode.OK, Faults.ManagedObjectNotFound);

    /// <summary>What a fault means that came inside of data, in a <c>missingSet</c>.</summary>
    public static FailureCategory CategoryOf(string? fault) => fault switch
    {
        null => FailureCategory.Unknown,
        // NotAuthenticated is a NoPermission (facts.md#2.15); inside of data it says no more.
        _ when Faults.SayNoSession(fault) => FailureCategory.PermissionDenied,
        _ => ByFault.GetValueOrDefault(fault, FailureCategory.Unknown),
    };

    private static FailureCategory Categorize(VCenterRequest request, HttpStatusCode status, ErrorBody body)
    {
        // The cap of sessions a user comes as a plain SERVICE_UNAVAILABLE; its message id tells them apart (facts.md#1.10).
        if (body.MessageIds.Any(id => id.Contains("SessionCountReached", StringComparison.OrdinalIgnoreCase)))
        {
            return FailureCategory.SessionLimit;
        }

        if (request.IsLogin)
        {
            // A login is refused by a 401 and by each fault that asks for one, whatever else it says: the password must not
            // go out again with every poll (facts.md#2.17).
            if (status == HttpStatusCode.Unauthorized || Faults.SayNoSession(body.Fault))
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

            // vCenter answers 403 for a locked account (facts.md#1.5). A 403 without its JSON is from a proxy, which knows
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

    // InvalidLogin comes also when the session is being ended or was authenticated already; then the password is not the
    // trouble (facts.md#2.11).
    private static bool IsOfSession(ErrorBody body) =>
        body.Fault == Faults.InvalidLogin && body.Reasons.Any(reason => reason.StartsWith(LoginReason, StringComparison.Ordinal));

    private static FailureCategory ByStatus(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => FailureCategory.Unavailable,
        HttpStatusCode.Forbidden => FailureCategory.PermissionDenied,
        HttpStatusCode.TooManyRequests => FailureCategory.RateLimited,
        HttpStatusCode.RequestTimeout => FailureCategory.Unavailable,
        // A 500 of vCenter carries a fault or an error type; one without is not vCenter speaking.
        HttpStatusCode.InternalServerError or HttpStatusCode.NotImplemented => FailureCategory.Protocol,
        > HttpStatusCode.InternalServerError => FailureCategory.Unavailable,
        _ => FailureCategory.Protocol,
    };

    private static string DetailOf(HttpStatusCode status, ErrorBody body)
    {
        var words = body switch
        {
            { Fault: { } fault, Privilege: { } privilege, EntityType: { } entity } => $"{fault}: {privilege} on {entity}",
            { Fault: { } fault, Privilege: { } privilege } => $"{fault}: {privilege}",
            { Fault: { } fault, Reasons: [_, ..] reasons } => $"{fault}: {string.Join(", ", reasons)}",
            { Fault: { } fault } => fault,
            { MessageIds: [var id, ..] } => $"{body.ErrorType ?? "no error_type"}: {id}",
            { ErrorType: { } errorType } => errorType,
            _ => "no typed error",
        };
        var detail = $"HTTP {(int)status}, {words}";
        return detail.Length <= MaxDetailLength ? detail : detail[..MaxDetailLength];
    }
}

/// <summary>The typed faults of VI JSON that decide more than a category.</summary>
internal static class Faults
{
    public const string InvalidLogin = "InvalidLogin";
    public const string NoPermission = "NoPermission";
    public const string NotAuthenticated = "NotAuthenticated";

    // The three came with 9.1 (facts.md#2.17).
    public const string AuthenticationRequired = "AuthenticationRequired";
    public const string InvalidToken = "InvalidToken";
    public const string SessionNotFound = "SessionNotFound";

    public const string InvalidCollectorVersion = "InvalidCollectorVersion";
    public const string ManagedObjectNotFound = "ManagedObjectNotFound";

    /// <summary>Whether a fault says that the request came in no session that is known.</summary>
    public static bool SayNoSession(string? fault) => fault is NotAuthenticated or AuthenticationRequired or InvalidToken or SessionNotFound;
}

/// <summary>The error types of the Automation API that decide more than a category.</summary>
internal static class ErrorTypes
{
    public const string Unauthenticated = "UNAUTHENTICATED";
    public const string Unauthorized = "UNAUTHORIZED";
    public const string UnableToAllocateResource = "UNABLE_TO_ALLOCATE_RESOURCE";
}
