using Microsoft.AspNetCore.Http;

namespace Pulse.Access.Http;

/// <summary>
/// The closed list of the codes of problem documents. A script decides by the code: no code is ever renamed or gets another
/// status. The table in docs/api.md and the OpenAPI document come from this list.
/// </summary>
public sealed class ProblemCode
{
    private static readonly List<ProblemCode> Listed = [];

    private ProblemCode(int status, string name, string meaning) => (Status, Name, Meaning) = (status, name, meaning);

    /// <summary>Some fields are not valid.</summary>
    public static ProblemCode ValidationFailed { get; } = Add(400, "validation_failed", "Some fields are not valid; `errors` lists each with all its errors.");

    /// <summary>The body is not the JSON that the route expects.</summary>
    public static ProblemCode InvalidJson { get; } = Add(400, "invalid_json", "The body is not the JSON that the route expects, see `line` and `position`: not JSON, not one object, nested more than 32 levels, with a member that comes twice or is not named in valid Unicode, or, below `/api/access`, with a member that is unknown or has another type.");

    /// <summary>The body is not UTF-8.</summary>
    public static ProblemCode InvalidUtf8 { get; } = Add(400, "invalid_utf8", "The body is not UTF-8, see `line` and `position`; `detail` says how to send UTF-8 from Windows PowerShell.");

    /// <summary>The body ended too early.</summary>
    public static ProblemCode BodyIncomplete { get; } = Add(400, "body_incomplete", "The body broke off, or its chunks are malformed.");

    /// <summary>A parameter in the address has the wrong form.</summary>
    public static ProblemCode ParameterUnreadable { get; } = Add(400, "parameter_unreadable", "A parameter in the address has the wrong form.");

    /// <summary>A browser session sent no valid antiforgery token.</summary>
    public static ProblemCode AntiforgeryFailed { get; } = Add(400, "antiforgery_failed", "The antiforgery token of the browser session is missing or stale. API tokens need none.");

    /// <summary>The server refused the request.</summary>
    public static ProblemCode BadRequest { get; } = Add(400, "bad_request", "The request is malformed in another way.");

    /// <summary>The request has no credentials, or they are not valid.</summary>
    public static ProblemCode Unauthenticated { get; } = Add(401, "unauthenticated", "The request has no valid credentials; `setupRequired` is true while there is no admin.");

    /// <summary>User name or password is wrong.</summary>
    public static ProblemCode SignInRefused { get; } = Add(401, "sign_in_refused", "User name or password is wrong.");

    /// <summary>The credentials do not allow the request.</summary>
    public static ProblemCode Forbidden { get; } = Add(403, "forbidden", "The credentials do not allow this request.");

    /// <summary>The setup token is wrong.</summary>
    public static ProblemCode SetupTokenInvalid { get; } = Add(403, "setup_token_invalid", "The setup token is wrong.");

    /// <summary>The address does not exist.</summary>
    public static ProblemCode NotFound { get; } = Add(404, "not_found", "The address does not exist.");

    /// <summary>No connection of the platform has the id.</summary>
    public static ProblemCode ConnectionNotFound { get; } = Add(404, "connection_not_found", "No connection of the platform has this id.");

    /// <summary>No active API token has the id.</summary>
    public static ProblemCode TokenNotFound { get; } = Add(404, "token_not_found", "No API token has this id, or the token is revoked already.");

    /// <summary>The settings UI is not built.</summary>
    public static ProblemCode UiNotBuilt { get; } = Add(404, "ui_not_built", "The settings UI is not built; the API works without it.");

    /// <summary>The address does not accept the method.</summary>
    public static ProblemCode MethodNotAllowed { get; } = Add(405, "method_not_allowed", "The address does not take this method.");

    /// <summary>The body arrived too slowly.</summary>
    public static ProblemCode BodyTooSlow { get; } = Add(408, "body_too_slow", "The body arrived too slowly.");

    /// <summary>The request arrived too slowly.</summary>
    public static ProblemCode RequestTimeout { get; } = Add(408, "request_timeout", "The request arrived too slowly.");

    /// <summary>Another object has the name.</summary>
    public static ProblemCode NameTaken { get; } = Add(409, "name_taken", "Another connection of the platform, or another active API token, has this name.");

    /// <summary>Another connection goes to the same endpoint with the same account.</summary>
    public static ProblemCode EndpointTaken { get; } = Add(409, "endpoint_taken", "Another connection goes to this endpoint with this account; `connectionId` is its id.");

    /// <summary>The stored secret may not be sent to the changed endpoint.</summary>
    public static ProblemCode SecretReentryRequired { get; } = Add(409, "secret_reentry_required", "The stored secret may not be sent to the changed endpoint; enter the secret again.");

    /// <summary>The connection is being tested.</summary>
    public static ProblemCode TestInProgress { get; } = Add(409, "test_in_progress", "Another test of the connection is running.");

    /// <summary>The login was refused before.</summary>
    public static ProblemCode AuthHold { get; } = Add(409, "auth_hold", "The login was refused before and is on hold until `retryAt`.");

    /// <summary>Pulse has an admin already.</summary>
    public static ProblemCode AlreadySetUp { get; } = Add(409, "already_set_up", "Pulse has an admin already.");

    /// <summary>The connection has another version than If-Match names.</summary>
    public static ProblemCode VersionMismatch { get; } = Add(412, "version_mismatch", "`If-Match` names another version; `currentVersion` is the version now.");

    /// <summary>The body is too large.</summary>
    public static ProblemCode BodyTooLarge { get; } = Add(413, "body_too_large", "The body has more than 32 KiB.");

    /// <summary>The body is not declared as plain JSON in UTF-8.</summary>
    public static ProblemCode UnsupportedMediaType { get; } = Add(415, "unsupported_media_type", "The body is not declared as JSON, is declared in another charset than UTF-8, or has a `Content-Encoding`.");

    /// <summary>Sign-in is locked.</summary>
    public static ProblemCode SignInLocked { get; } = Add(429, "sign_in_locked", "Too many wrong passwords; `Retry-After` has the seconds that are left.");

    /// <summary>Too many attempts from one address.</summary>
    public static ProblemCode RateLimited { get; } = Add(429, "rate_limited", "Too many attempts from this address; `Retry-After` has the seconds that are left.");

    /// <summary>An error of Pulse.</summary>
    public static ProblemCode InternalError { get; } = Add(500, "internal_error", "An error of Pulse; its log has the details.");

    /// <summary>The database cannot be reached.</summary>
    public static ProblemCode StoreUnavailable { get; } = Add(503, "store_unavailable", "The database cannot be reached, and nothing was changed; `Retry-After` has the seconds to wait.");

    /// <summary>Too many tests are running.</summary>
    public static ProblemCode TestsBusy { get; } = Add(503, "tests_busy", "Too many tests are running.");

    /// <summary>Pulse is stopping.</summary>
    public static ProblemCode Stopping { get; } = Add(503, "stopping", "Pulse is stopping, and ended the test.");

    /// <summary>Pulse cannot answer now.</summary>
    public static ProblemCode Unavailable { get; } = Add(503, "unavailable", "Pulse cannot answer now.");

    /// <summary>All codes, by status.</summary>
    public static IReadOnlyList<ProblemCode> All => Listed;

    /// <summary>The word in the member <c>code</c> of a problem document.</summary>
    public string Name { get; }

    /// <summary>The status of every answer with this code.</summary>
    public int Status { get; }

    /// <summary>The meaning of the code and the members that come with it: sentences in Markdown.</summary>
    public string Meaning { get; }

    /// <summary>The code of an answer of the framework, of which only the status is known.</summary>
    /// <param name="status">The status.</param>
    public static ProblemCode OfStatus(int? status) => status switch
    {
        StatusCodes.Status400BadRequest => BadRequest,
        StatusCodes.Status401Unauthorized => Unauthenticated,
        StatusCodes.Status403Forbidden => Forbidden,
        StatusCodes.Status404NotFound => NotFound,
        StatusCodes.Status405MethodNotAllowed => MethodNotAllowed,
        StatusCodes.Status408RequestTimeout => RequestTimeout,
        StatusCodes.Status413PayloadTooLarge => BodyTooLarge,
        StatusCodes.Status415UnsupportedMediaType => UnsupportedMediaType,
        StatusCodes.Status429TooManyRequests => RateLimited,
        StatusCodes.Status503ServiceUnavailable => Unavailable,
        _ => InternalError,
    };

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static ProblemCode Add(int status, string name, string meaning)
    {
        var code = new ProblemCode(status, name, meaning);
        Listed.Add(code);
        return code;
    }
}
