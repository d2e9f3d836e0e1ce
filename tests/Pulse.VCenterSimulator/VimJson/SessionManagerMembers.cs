using System.Text.Json;

namespace Pulse.Simulation;

internal static class SessionManagerMembers
{
    private const string Type = "SessionManager";

    public static void Register(VimMembers members)
    {
        members.Method(Type, "Login", LoginAsync, anonymous: true);
        members.Method(Type, "Logout", Logout);
        members.Property(Type, "currentSession", CurrentSession, anonymous: true);
    }

    private static ValueTask<VimResult> LoginAsync(VimCall call)
    {
        if (call.VCenter.Faults.LoginReason is { } reason)
        {
            throw VimFault.InvalidLoginWithReason(reason).Exception();
        }

        var (outcome, session) = SignIn.Try(call.VCenter, call.Http.Request, ApiFamily.VimJson, call.Arguments.String("userName"), call.Arguments.String("password"));
        if (outcome is SignInOutcome.Full)
        {
            throw AutomationError.TooManySessions.Exception();
        }

        if (session is null)
        {
            throw VimFault.Refusal(call.VCenter.Faults.LoginRefusal, VimFault.InvalidLogin).Exception();
        }

        if (call.VCenter.Faults.LoginWithoutPermission || SignIn.HasNoRole(call.VCenter.Options, session.UserName))
        {
            call.VCenter.Sessions.Drop([session]);
            throw VimFault.NoPermission(call.Inventory.RootFolder.Reference, Privileges.View).Exception();
        }

        call.Http.Response.Headers[SignIn.SessionHeader] = session.Token;
        return ValueTask.FromResult(UserSession(call, session));
    }

    private static VimResult Logout(VimCall call)
    {
        call.VCenter.Sessions.Drop([call.Session]);
        return VimResult.Void;
    }

    private static VimResult CurrentSession(VimCall call) =>
        call.MaybeSession is { } session ? UserSession(call, session) : VimResult.Null;

    private static VimResult UserSession(VimCall call, Session session) => VimResult.Json(writer =>
    {
        var address = call.Http.Connection.RemoteIpAddress?.ToString() ?? "127.0.0.1";
        Write(writer, session, address);
    });

    private static void Write(Utf8JsonWriter writer, Session session, string address)
    {
        var (name, domain) = session.UserName.Split('@') is [var user, var realm] ? (user, realm) : (session.UserName, "");
        writer.WriteStartObject();
        writer.WriteTypeName("UserSession");
        writer.WriteString("key", session.Key);
        writer.WriteString("userName", domain.Length == 0 ? name : $"{domain.ToUpperInvariant()}\\{name}");
        writer.WriteString("fullName", $"{name} {domain}".TrimEnd());
        writer.WriteString("loginTime", VimTime.Of(session.CreatedAt));
        writer.WriteString("lastActiveTime", VimTime.Of(session.LastActiveAt));
        writer.WriteString("locale", "en");
        writer.WriteString("messageLocale", "en");
        writer.WriteBoolean("extensionSession", false);
        writer.WriteString("ipAddress", address);
        writer.WriteString("userAgent", session.UserAgent);
        writer.WriteNumber("callCount", session.CallCount);
        writer.WriteEndObject();
    }
}
