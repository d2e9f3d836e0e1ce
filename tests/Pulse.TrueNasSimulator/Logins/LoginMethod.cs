namespace Pulse.Simulation.TrueNas;

/// <summary><c>auth.login_ex</c>. A refusal is a result, not an error (facts.md#4).</summary>
internal static class LoginMethod
{
    public static async ValueTask<object?> InvokeAsync(RpcCall call)
    {
        var (nas, data) = (call.Nas, LoginData.Parse(call));
        var isFinal = data.Mechanism == "SCRAM" && data["scram_type"] == ScramLogin.Final;
        if (!isFinal)
        {
            nas.Counters.LoginTried();
        }

        if (Elsewhere(nas) is { } answer)
        {
            nas.Counters.LoginRefused();
            return answer;
        }

        CheckMechanism(call, data);
        return data.Mechanism switch
        {
            "API_KEY_PLAIN" => await AnswerAsync(call, data, PlainLogin.TryKey(nas, call.Socket, data["username"], data["api_key"])),
            "PASSWORD_PLAIN" => await AnswerAsync(call, data, PlainLogin.TryPassword(nas, data["username"], data["password"])),
            "SCRAM" => await ScramLogin.InvokeAsync(call, data),
            _ => throw Refused(nas, RpcError.Call(Errno.NotSupported, $"{data.Mechanism} is not simulated")),
        };
    }

    /// <summary>The answer to a refused login, after the server's delay.</summary>
    public static async Task<object?> RefuseAsync(RpcCall call, LoginOutcome outcome, string userName)
    {
        var nas = call.Nas;
        nas.Counters.LoginRefused();
        await nas.DelayAsync(nas.Faults.RefusalDelay, call.Socket.Ended);
        return outcome switch
        {
            LoginOutcome.Expired => Answer("EXPIRED"),
            // Before 26 a user without API access gets the general refusal.
            LoginOutcome.Denied => Answer(nas.Profile.HasDenied ? "DENIED" : "AUTH_ERR"),
            LoginOutcome.OtpRequired => new Dictionary<string, object?> { ["response_type"] = "OTP_REQUIRED", ["username"] = userName },
            _ => Answer("AUTH_ERR"),
        };
    }

    public static void Begin(RpcCall call, string userName)
    {
        call.Nas.Counters.LoginAccepted();
        call.Socket.Begin(new(userName, call.Nas.Time.GetUtcNow(), call.Nas.Faults.Level));
    }

    private static async Task<object?> AnswerAsync(RpcCall call, LoginData data, LoginOutcome outcome)
    {
        if (outcome is not LoginOutcome.Success)
        {
            return await RefuseAsync(call, outcome, data["username"]);
        }

        Begin(call, data["username"]);
        return new Dictionary<string, object?>
        {
            ["response_type"] = "SUCCESS",
            ["user_info"] = data.WantsUserInfo ? Account.Me(call.Nas) : null,
            ["authenticator"] = call.Nas.Faults.Level is AssuranceLevel.Level1 ? "LEVEL_1" : "LEVEL_2",
        };
    }

    /// <summary>The answers that do not depend on the credential.</summary>
    private static Dictionary<string, object?>? Elsewhere(TrueNasState nas)
    {
        var forced = nas.Faults.LoginResponse ?? (nas.Faults.IsStandby ? "REDIRECT" : null);
        var answer = forced is null ? null : Answer(forced);
        if (forced == "REDIRECT")
        {
            answer!["urls"] = nas.Faults.StandbyUrls;
        }
        else if (forced == "OTP_REQUIRED")
        {
            answer!["username"] = nas.Options.UserName;
        }

        return answer;
    }

    private static void CheckMechanism(RpcCall call, LoginData data)
    {
        var nas = call.Nas;
        // The facts say one login a socket. A second one is refused here, so that a client that tries it is found.
        if (call.Session is not null)
        {
            throw Refused(nas, RpcError.Call(Errno.Invalid, "The session is authenticated already"));
        }

        if (call.Socket.Scram is not null && data.Mechanism != "SCRAM")
        {
            call.Socket.Scram = null;
            throw Refused(nas, RpcError.Call(Errno.Invalid, $"{data.Mechanism}: unexpected authentication mechanism"));
        }

        // facts.md#4: on a STIG system API keys cannot be used at all.
        if (nas.Faults.Level is AssuranceLevel.Level2 && data.Mechanism is not ("PASSWORD_PLAIN" or "OTP_TOKEN"))
        {
            throw Refused(nas, RpcError.Call(Errno.NotSupported, $"{data.Mechanism}: mechanism is not supported at current authenticator level."));
        }
    }

    private static RpcException Refused(TrueNasState nas, RpcError error)
    {
        nas.Counters.LoginRefused();
        return error.Exception();
    }

    private static Dictionary<string, object?> Answer(string responseType) => new() { ["response_type"] = responseType };
}
