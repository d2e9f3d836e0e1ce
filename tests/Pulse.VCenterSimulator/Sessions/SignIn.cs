namespace Pulse.Simulation;

internal static class SignIn
{
    public const string SessionHeader = "vmware-api-session-id";

    public static (SignInOutcome Outcome, Session? Session) Try(VCenterState vcenter, HttpRequest request, ApiFamily family, string userName, string password)
    {
        var options = vcenter.Options;
        var isKnown = LoginLedger.IsSame(userName, options.UserName) || HasNoRole(options, userName);
        var isCorrect = isKnown && password == (vcenter.Faults.Password ?? options.Password);
        if (!vcenter.Logins.Note(userName, isCorrect))
        {
            return (SignInOutcome.Refused, null);
        }

        var session = vcenter.Sessions.Open(LoginLedger.Normalize(userName), family, request.Headers.UserAgent.ToString(), vcenter.Faults.SessionLimit);
        return session is null ? (SignInOutcome.Full, null) : (SignInOutcome.Open, session);
    }

    public static bool HasNoRole(VCenterSimulatorOptions options, string userName) =>
        options.UserWithoutRole is { } other && LoginLedger.IsSame(userName, other);
}
