namespace Pulse.Simulation.TrueNas;

/// <summary>The two calls of a SCRAM login.</summary>
internal static class ScramLogin
{
    public const string First = "CLIENT_FIRST_MESSAGE";
    public const string Final = "CLIENT_FINAL_MESSAGE";

    public static Task<object?> InvokeAsync(RpcCall call, LoginData data) => data["scram_type"] switch
    {
        First => FirstAsync(call, data["rfc_str"]),
        Final => FinalAsync(call, data["rfc_str"]),
        var other => throw RpcError.Params("login_data.SCRAM.scram_type", $"Input should be '{First}' or '{Final}', not '{other}'").Exception(),
    };

    private static async Task<object?> FirstAsync(RpcCall call, string message)
    {
        call.Socket.Scram = null;
        var first = ScramClientFirst.Parse(message);
        var key = first is null ? null : call.Nas.Keys.Find(first.KeyId);
        // The facts do not say when an unknown user is refused: here at once, as for a message that is not understood.
        if (first is null || key is null || key.UserName != first.UserName || !IsAcceptable(call, first.Flag))
        {
            return await LoginMethod.RefuseAsync(call, LoginOutcome.AuthErr, userName: "");
        }

        call.Socket.Scram = new(key, first, call.Nas.Faults.ScramNonce);
        return Answer("SERVER_FIRST_RESPONSE", call.Socket.Scram.ServerFirst, userInfo: null);
    }

    private static async Task<object?> FinalAsync(RpcCall call, string message)
    {
        var exchange = call.Socket.Scram ?? throw RpcError.Call(Errno.Invalid, "There is no SCRAM login to end").Exception();
        call.Socket.Scram = null;
        var final = exchange.Finish(message, exchange.IsBound ? EndPoint(call) : null);
        var outcome = final is null ? LoginOutcome.AuthErr : PlainLogin.Use(call.Nas, call.Socket, exchange.Key, call.Nas.Faults.RevokesPlainScramKeys);
        if (outcome is not LoginOutcome.Success)
        {
            return await LoginMethod.RefuseAsync(call, outcome, exchange.Key.UserName);
        }

        LoginMethod.Begin(call, exchange.Key.UserName);
        return Answer("SERVER_FINAL_RESPONSE", call.Nas.Faults.SignsWrongly ? WrongSignature : final!, Account.Me(call.Nas));
    }

    // A server that does not know the key: 64 bytes of zero are no signature.
    private static string WrongSignature { get; } = $"v={Convert.ToBase64String(new byte[64])}";

    /// <summary>RFC 5802, section 6. A client that believes that the server cannot bind ("y") has been lied to.</summary>
    private static bool IsAcceptable(RpcCall call, string flag) => flag switch
    {
        "n" => !call.Nas.Faults.RequiresChannelBinding,
        "y" => !call.Nas.Faults.SupportsChannelBinding,
        ChannelBinding.Flag => call.Nas.Faults.SupportsChannelBinding && EndPoint(call) is not null,
        _ => false,
    };

    /// <summary>The binding to the server's own certificate; null without TLS.</summary>
    private static byte[]? EndPoint(RpcCall call) =>
        call.Socket.IsEncrypted && call.Nas.Options.Certificate is { } certificate ? ChannelBinding.EndPointOf(call.Nas.Faults.CertificateBehindProxy ?? certificate) : null;

    private static Dictionary<string, object?> Answer(string type, string message, object? userInfo) => new()
    {
        ["response_type"] = "SCRAM_RESPONSE",
        ["scram_type"] = type,
        ["rfc_str"] = message,
        ["user_info"] = userInfo,
    };
}
