using System.Net;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Protocol;

namespace Pulse.Providers.VMware.Http;

/// <summary>Creates the failures of requests that a vCenter, or a proxy in front of it, answered with an error: category, sentence and remedy.</summary>
internal static class VCenterFailures
{
    private const int MaxDetailLength = 300;

    public static VCenterFailureException From(
        VCenterRequest request, ConnectionTarget target, HttpStatusCode status, ErrorBody body, TimeSpan? retryAfter)
    {
        var category = VCenterFailureCategories.Of(request, status, body);
        return new(category, DetailOf(status, body), status, body.Fault ?? body.ErrorType)
        {
            RetryAfter = retryAfter,
            Privilege = body.Privilege,
            Sentence = SentenceOf(request, category, body, target),
            Remedy = RemedyOf(category, body),
        };
    }

    /// <returns>Null if the words of the category are enough.</returns>
    private static string? SentenceOf(VCenterRequest request, FailureCategory category, ErrorBody body, ConnectionTarget target) => category switch
    {
        FailureCategory.CredentialsExpired => $"The password of the account has expired, so {target.Endpoint} refused it.",
        FailureCategory.AuthInvalid when body.IsFromVCenter => $"{target.Endpoint} refused the user name or password.",
        FailureCategory.Unavailable when request.IsLogin && VCenterFailureCategories.IsOfSession(body) =>
            $"{target.Endpoint} did not create a session, but the password is not the reason.",
        FailureCategory.PermissionDenied when request.IsLogin => body.IsFromVCenter
            ? $"The password is right, but the account has no permission at all on {target.Endpoint}."
            : $"A proxy or firewall in front of {target.Endpoint} refused the login.",
        FailureCategory.PermissionDenied when body is { Privilege: { } privilege } =>
            $"The account lacks {privilege}{(body.EntityType is { } entity ? $" on a {entity}" : "")} of {target.Endpoint}, which reading needs.",
        _ => null,
    };

    private static string? RemedyOf(FailureCategory category, ErrorBody body) => category switch
    {
        FailureCategory.CredentialsExpired =>
            "Set a new password for the account in vCenter Single Sign-On and enter it here.",
        FailureCategory.AuthInvalid when body.IsFromVCenter =>
            "Check the user name (user@domain or DOMAIN\\user) and the password; if both are right, unlock the account in vCenter Single Sign-On. "
            + "The same password is not tried again at once, so that the account is not locked.",
        FailureCategory.SessionLimit =>
            "End idle sessions in the vSphere Client (Administration, or the user's own sessions), or wait until they expire.",
        FailureCategory.PermissionDenied when body.IsFromVCenter => VCenterPrivileges.AssignReadOnly,
        _ => null,
    };

    /// <summary>The vCenter does not know the session that it has just created.</summary>
    /// <param name="target">The vCenter.</param>
    /// <param name="refusal">The error answer; null for a 200 in which no object may be read.</param>
    public static VCenterFailureException SessionLostAgain(ConnectionTarget target, VCenterFailureException? refusal = null) =>
        new(
            FailureCategory.Unavailable,
            refusal?.Detail ?? $"{FaultTypes.NotAuthenticated} in missingSet",
            refusal?.Status ?? HttpStatusCode.OK,
            refusal?.Error ?? FaultTypes.NotAuthenticated)
        {
            Sentence = $"{target.Endpoint} took the login, but does not know the session that it gave.",
            Remedy = "If it stays so, check the vpxd and vAPI endpoint services of the vCenter.",
        };

    /// <summary>The answer shows, without a fault, that the view of the filter does not exist any more.</summary>
    public static VCenterFailureException ViewLost() =>
        new(FailureCategory.Protocol, $"{FaultTypes.ManagedObjectNotFound} in missingSet", HttpStatusCode.OK, FaultTypes.ManagedObjectNotFound);

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
