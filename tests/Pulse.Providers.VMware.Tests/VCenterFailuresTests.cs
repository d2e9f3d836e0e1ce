using System.Net;
using System.Text;
using System.Text.Json;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Http;
using Pulse.Recordings;

namespace Pulse.Providers.VMware.Tests;

/// <summary>The table of the failures: which category, sentence, remedy and detail Pulse gives to an error answer.</summary>
public sealed class VCenterFailuresTests
{
    private const string AuthenticationRequired =
        """{"_typeName":"AuthenticationRequired","authenticate":[{"_typeName":"AuthenticationRequiredChallenge","scheme":"Bearer","error":"invalid_token"}]}""";

    private const string SessionTerminating = """
        {"_typeName":"InvalidLogin","faultMessage":[{"_typeName":"LocalizableMessage","key":"vim.fault.InvalidLoginWithReason",
        "arg":[{"_typeName":"KeyAnyValue","key":"reason","value":{"_typeName":"string","_value":"vim.fault.InvalidLogin.ReasonTerminating"}}]}]}
        """;

    private const string LacksRead = """{"_typeName":"NoPermission","object":{"type":"Folder","value":"group-d1"},"privilegeId":"System.Read"}""";

    private const string CheckAccount =
        "Check the user name (user@domain or DOMAIN\\user) and the password; if both are right, unlock the account in vCenter Single Sign-On. "
        + "The same password is not tried again at once, so that the account is not locked.";

    private const string AssignReadOnly = "Assign Read-only at the vCenter root with 'Propagate to children'.";

    /// <summary>Null for a sentence or a remedy that the category alone decides.</summary>
    public static readonly TheoryData<bool, int, string, FailureCategory, string?, string?, string> Words = new()
    {
        {
            true, 500, """{"_typeName":"InvalidLogin"}""", FailureCategory.AuthInvalid,
            "vcsa.lab.example:443 refused the user name or password.", CheckAccount, "HTTP 500, InvalidLogin"
        },
        {
            true, 401, "<html>", FailureCategory.AuthInvalid, null, null, "HTTP 401, no typed error"
        },
        {
            true, 500, """{"_typeName":"PasswordExpired"}""", FailureCategory.CredentialsExpired,
            "The password of the account has expired, so vcsa.lab.example:443 refused it.",
            "Set a new password for the account in vCenter Single Sign-On and enter it here.", "HTTP 500, PasswordExpired"
        },
        {
            true, 500, SessionTerminating, FailureCategory.Unavailable,
            "vcsa.lab.example:443 did not create a session, but the password is not the reason.", null,
            "HTTP 500, InvalidLogin: vim.fault.InvalidLoginWithReason, vim.fault.InvalidLogin.ReasonTerminating"
        },
        {
            true, 503,
            """{"error_type":"SERVICE_UNAVAILABLE","messages":[{"id":"com.vmware.vapi.endpoint.failedToLoginMaxUserSessionCountReached","default_message":"x","args":[]}]}""",
            FailureCategory.SessionLimit, null,
            "End idle sessions in the vSphere Client (Administration, or the user's own sessions), or wait until they expire.",
            "HTTP 503, SERVICE_UNAVAILABLE: com.vmware.vapi.endpoint.failedToLoginMaxUserSessionCountReached"
        },
        {
            true, 500, """{"_typeName":"NoPermission"}""", FailureCategory.PermissionDenied,
            "The password is right, but the account has no permission at all on vcsa.lab.example:443.", AssignReadOnly, "HTTP 500, NoPermission"
        },
        {
            true, 403, "<html>", FailureCategory.PermissionDenied,
            "A proxy or firewall in front of vcsa.lab.example:443 refused the login.", null, "HTTP 403, no typed error"
        },
        {
            false, 500, LacksRead, FailureCategory.PermissionDenied,
            "The account lacks System.Read on a Folder of vcsa.lab.example:443, which reading needs.", AssignReadOnly,
            "HTTP 500, NoPermission: System.Read on Folder"
        },
        {
            false, 500, """{"_typeName":"NoPermission","privilegeId":"System.View"}""", FailureCategory.PermissionDenied,
            "The account lacks System.View of vcsa.lab.example:443, which reading needs.", AssignReadOnly, "HTTP 500, NoPermission: System.View"
        },
        {
            false, 403, "<html>", FailureCategory.PermissionDenied, null, null, "HTTP 403, no typed error"
        },
        {
            false, 500, """{"_typeName":"QuantumDecoherenceFault","faultstring":"two states at once"}""", FailureCategory.Unknown,
            null, null, "HTTP 500, QuantumDecoherenceFault"
        },
        {
            false, 503, """{"error_type":"SERVICE_UNAVAILABLE","messages":[]}""", FailureCategory.Unavailable, null, null, "HTTP 503, SERVICE_UNAVAILABLE"
        },
    };

    [Theory]
    [InlineData("InvalidLogin", FailureCategory.AuthInvalid)]
    [InlineData("PasswordExpired", FailureCategory.CredentialsExpired)]
    [InlineData("NoPermission", FailureCategory.PermissionDenied)]
    [InlineData("NotAuthenticated", FailureCategory.Unavailable)]
    [InlineData("SystemError", FailureCategory.Unavailable)]
    [InlineData("HostConnectFault", FailureCategory.Unavailable)]
    [InlineData("HostCommunication", FailureCategory.Unavailable)]
    [InlineData("RequestCanceled", FailureCategory.Unavailable)]
    [InlineData("HostNotConnected", FailureCategory.Unavailable)]
    [InlineData("HostNotReachable", FailureCategory.Unavailable)]
    [InlineData("ResourceInUse", FailureCategory.Unavailable)]
    [InlineData("ResourceNotAvailable", FailureCategory.Unavailable)]
    [InlineData("InvalidState", FailureCategory.Unavailable)]
    [InlineData("Timedout", FailureCategory.Unavailable)]
    [InlineData("RestrictedVersion", FailureCategory.UnsupportedVersion)]
    [InlineData("InvalidRequest", FailureCategory.Protocol)]
    [InlineData("InvalidType", FailureCategory.Protocol)]
    [InlineData("MethodNotFound", FailureCategory.Protocol)]
    [InlineData("NotImplemented", FailureCategory.Protocol)]
    [InlineData("NotSupported", FailureCategory.UnsupportedVersion)]
    [InlineData("InvalidCollectorVersion", FailureCategory.Protocol)]
    [InlineData("ManagedObjectNotFound", FailureCategory.Protocol)]
    [InlineData("InvalidArgument", FailureCategory.Protocol)]
    [InlineData("InvalidLocale", FailureCategory.Protocol)]
    [InlineData("InvalidProperty", FailureCategory.Protocol)]
    [InlineData("SomeFaultOfTheFuture", FailureCategory.Unknown)]
    public void A_fault_decides_whatever_the_status(string fault, FailureCategory category)
    {
        foreach (var status in new[] { HttpStatusCode.InternalServerError, HttpStatusCode.Forbidden, HttpStatusCode.ServiceUnavailable })
        {
            From(status, $$"""{"faultstring":"Nichts da","_typeName":"{{fault}}"}""").Category.Should().Be(category);
        }
    }

    [Theory]
    [InlineData("UNAUTHENTICATED", FailureCategory.Unavailable)]
    [InlineData("UNAUTHORIZED", FailureCategory.PermissionDenied)]
    [InlineData("SERVICE_UNAVAILABLE", FailureCategory.Unavailable)]
    [InlineData("INTERNAL_SERVER_ERROR", FailureCategory.Unavailable)]
    [InlineData("ERROR", FailureCategory.Unavailable)]
    [InlineData("RESOURCE_INACCESSIBLE", FailureCategory.Unavailable)]
    [InlineData("TIMED_OUT", FailureCategory.Unavailable)]
    [InlineData("UNABLE_TO_ALLOCATE_RESOURCE", FailureCategory.Unavailable)]
    [InlineData("NOT_FOUND", FailureCategory.Protocol)]
    [InlineData("OPERATION_NOT_FOUND", FailureCategory.Protocol)]
    [InlineData("INVALID_ARGUMENT", FailureCategory.Protocol)]
    [InlineData("RESOURCE_BUSY", FailureCategory.Unavailable)]
    [InlineData("RESOURCE_IN_USE", FailureCategory.Unavailable)]
    [InlineData("CANCELED", FailureCategory.Unavailable)]
    [InlineData("CONCURRENT_CHANGE", FailureCategory.Unavailable)]
    [InlineData("ALREADY_EXISTS", FailureCategory.Protocol)]
    [InlineData("ALREADY_IN_DESIRED_STATE", FailureCategory.Protocol)]
    [InlineData("FEATURE_IN_USE", FailureCategory.Protocol)]
    [InlineData("INVALID_ELEMENT_CONFIGURATION", FailureCategory.Protocol)]
    [InlineData("INVALID_ELEMENT_TYPE", FailureCategory.Protocol)]
    [InlineData("INVALID_REQUEST", FailureCategory.Protocol)]
    [InlineData("NOT_ALLOWED_IN_CURRENT_STATE", FailureCategory.Protocol)]
    [InlineData("UNEXPECTED_INPUT", FailureCategory.Protocol)]
    [InlineData("UNVERIFIED_PEER", FailureCategory.Protocol)]
    [InlineData("UNSUPPORTED", FailureCategory.UnsupportedVersion)]
    [InlineData("SOMETHING_NEW", FailureCategory.Unknown)]
    public void An_error_type_decides_whatever_the_status(string errorType, FailureCategory category)
    {
        foreach (var status in new[] { HttpStatusCode.BadRequest, HttpStatusCode.InternalServerError })
        {
            From(status, $$"""{"error_type":"{{errorType}}","messages":[]}""").Category.Should().Be(category);
        }
    }

    [Theory]
    [InlineData(302, FailureCategory.Protocol)]
    [InlineData(400, FailureCategory.Protocol)]
    [InlineData(401, FailureCategory.Unavailable)]
    [InlineData(403, FailureCategory.PermissionDenied)]
    [InlineData(404, FailureCategory.Protocol)]
    [InlineData(407, FailureCategory.Protocol)]
    [InlineData(408, FailureCategory.Unavailable)]
    [InlineData(429, FailureCategory.RateLimited)]
    [InlineData(500, FailureCategory.Protocol)]
    [InlineData(502, FailureCategory.Unavailable)]
    [InlineData(503, FailureCategory.Unavailable)]
    [InlineData(504, FailureCategory.Unavailable)]
    public void Without_a_typed_body_the_status_decides(int status, FailureCategory category)
    {
        foreach (var body in new[] { "", "<html>no</html>", "[]", "\"text\"", "{}", """{"_typeName":7,"messages":3}""", """{"error_type":"UNAUTH""" })
        {
            From((HttpStatusCode)status, body).Category.Should().Be(category, body);
        }
    }

    [Theory]
    [InlineData(401, """{"error_type":"UNAUTHENTICATED","messages":[]}""", FailureCategory.AuthInvalid)]
    [InlineData(401, """{"messages":[{"id":"a.b"}]}""", FailureCategory.AuthInvalid)]
    [InlineData(401, "<html>", FailureCategory.AuthInvalid)]
    [InlineData(403, """{"error_type":"UNAUTHORIZED","messages":[]}""", FailureCategory.AuthInvalid)]
    [InlineData(403, """{"messages":[{"id":"a.b"}]}""", FailureCategory.AuthInvalid)]
    [InlineData(403, "<html>", FailureCategory.PermissionDenied)]
    [InlineData(500, """{"_typeName":"InvalidLogin"}""", FailureCategory.AuthInvalid)]
    [InlineData(500, """{"_typeName":"NoPermission"}""", FailureCategory.PermissionDenied)]
    [InlineData(500, """{"error_type":"UNABLE_TO_ALLOCATE_RESOURCE","messages":[]}""", FailureCategory.SessionLimit)]
    [InlineData(503, """{"error_type":"SERVICE_UNAVAILABLE","messages":[]}""", FailureCategory.Unavailable)]
    [InlineData(503, """{"error_type":"SERVICE_UNAVAILABLE","messages":[{"id":"com.vmware.vapi.endpoint.unavailable"}]}""", FailureCategory.Unavailable)]
    [InlineData(503, """{"error_type":"SERVICE_UNAVAILABLE","messages":[{"id":"com.vmware.vapi.endpoint.failedToLoginMaxUserSessionCountReached"}]}""", FailureCategory.SessionLimit)]
    [InlineData(503, "", FailureCategory.Unavailable)]
    [InlineData(429, "", FailureCategory.RateLimited)]
    public void A_login_is_refused_only_by_an_answer_that_knows_the_password(int status, string body, FailureCategory category) =>
        From((HttpStatusCode)status, body, isLogin: true).Category.Should().Be(category);

    [Theory]
    [InlineData(400, AuthenticationRequired)]
    [InlineData(401, AuthenticationRequired)]
    [InlineData(403, AuthenticationRequired)]
    [InlineData(500, AuthenticationRequired)]
    [InlineData(500, """{"_typeName":"InvalidToken"}""")]
    [InlineData(500, """{"_typeName":"SessionNotFound"}""")]
    [InlineData(500, """{"_typeName":"NotAuthenticated"}""")]
    [InlineData(401, """{"_typeName":"FaultOfALaterRelease"}""")]
    [InlineData(401, """{"error_type":"UNAUTHENTICATED","messages":[]}""")]
    public void An_answer_that_asks_for_a_login_refuses_a_login_and_ends_a_session(int status, string body)
    {
        From((HttpStatusCode)status, body, isLogin: true).Category.Should().Be(FailureCategory.AuthInvalid);
        From((HttpStatusCode)status, body).SessionLost.Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void A_failure_has_its_own_words_where_those_of_its_category_say_too_little(
        bool isLogin, int status, string body, FailureCategory category, string? sentence, string? remedy, string detail)
    {
        var failure = From((HttpStatusCode)status, body, isLogin);

        (failure.Category, failure.Sentence, failure.Remedy, failure.Detail).Should().Be((category, sentence, remedy, detail));
    }

    [Fact]
    public void A_recorded_wrong_password_is_a_refused_login_in_both_families()
    {
        From(HttpStatusCode.Unauthorized, Recording.Of("04").Body!, isLogin: true).Category.Should().Be(FailureCategory.AuthInvalid);
        From(HttpStatusCode.InternalServerError, Recording.Of("19").Body!, isLogin: true).Category.Should().Be(FailureCategory.AuthInvalid);
    }

    [Theory]
    [InlineData(401, "07", true, false)]
    [InlineData(500, "21", true, false)]
    [InlineData(401, null, true, false)]
    [InlineData(403, null, false, false)]
    [InlineData(500, "41", false, true)]
    [InlineData(500, "19", false, false)]
    public void A_lost_session_and_lost_objects_are_recognised(int status, string? recording, bool sessionLost, bool stateLost)
    {
        var failure = From((HttpStatusCode)status, recording is null ? "" : Recording.Of(recording).Body!);

        failure.SessionLost.Should().Be(sessionLost);
        failure.StateLost.Should().Be(stateLost);
    }

    [Theory]
    [InlineData("""{"_typeName":"NoPermission","object":{"_typeName":"ManagedObjectReference","type":"Folder","value":"group-d1"},"privilegeId":"System.Read"}""")]
    [InlineData("""{"_typeName":"NoPermission","missingPrivileges":[{"entity":{"type":"Folder","value":"group-d1"},"privilegeIds":["System.Read"]}]}""")]
    public void The_missing_privilege_is_named_in_the_form_of_either_release(string body) =>
        From(HttpStatusCode.InternalServerError, body).Detail.Should().Be("HTTP 500, NoPermission: System.Read on Folder");

    [Fact]
    public void What_is_no_identifier_is_not_repeated()
    {
        var failure = From(
            HttpStatusCode.Unauthorized,
            """{"error_type":"no such password: S3cret pw","messages":[{"id":"S3cret:pw"}]}""",
            isLogin: true);

        failure.Detail.Should().Be("HTTP 401, no typed error");
        failure.ToString().Should().NotContain("S3cret");
    }

    [Fact]
    public void A_name_that_is_no_valid_utf8_is_no_typed_error()
    {
        byte[] body = [.. "{\"_typeName\":\"Not"u8, 0xFF, .. "\"}"u8];

        VCenterFailures.From(Request(false), Target, HttpStatusCode.ServiceUnavailable, ErrorBody.Parse(body), retryAfter: null)
            .Category.Should().Be(FailureCategory.Unavailable);
    }

    [Fact]
    public void A_detail_is_cut() =>
        From(HttpStatusCode.InternalServerError, Body(new string('F', 128), new string('P', 128), new string('T', 128)))
            .Detail.Should().HaveLength(300);

    [Theory]
    [InlineData(503, null, true)]
    [InlineData(502, null, true)]
    [InlineData(504, null, true)]
    [InlineData(503, 30, false)]
    [InlineData(429, null, false)]
    [InlineData(500, null, false)]
    public void Only_a_bad_moment_without_a_time_to_wait_is_passing(int status, int? retryAfterSeconds, bool passing) =>
        VCenterFailures.From(
            Request(false), Target, (HttpStatusCode)status, ErrorBody.Parse(default), retryAfterSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null)
            .IsTransient.Should().Be(passing);

    private static string Body(string fault, string privilege, string entityType) =>
        JsonSerializer.Serialize(new { _typeName = fault, privilegeId = privilege, @object = new { type = entityType } });

    private static VCenterFailureException From(HttpStatusCode status, string body, bool isLogin = false) =>
        VCenterFailures.From(Request(isLogin), Target, status, ErrorBody.Parse(Encoding.UTF8.GetBytes(body)), retryAfter: null);

    private static ConnectionTarget Target { get; } = new() { Host = "vcsa.lab.example", Port = 443 };

    private static VCenterRequest Request(bool isLogin) => new("operation", HttpMethod.Post, "/") { IsLogin = isLogin };
}
