namespace Pulse.Simulation.TrueNas;

/// <summary>Checks credentials that came in clear text inside the connection.</summary>
internal static class PlainLogin
{
    public static LoginOutcome TryKey(TrueNasState nas, ClientSocket socket, string userName, string text)
    {
        // A wrong user, a wrong key and a key of another user are not told apart.
        var key = nas.Keys.Find(text);
        return key is null || key.UserName != userName ? LoginOutcome.AuthErr : Use(nas, socket, key, nas.Faults.RevokesPlainKeys);
    }

    /// <summary>Decides on a key that the client is known to have.</summary>
    public static LoginOutcome Use(TrueNasState nas, ClientSocket socket, ApiKey key, bool revokesInsecure)
    {
        if (key.IsRevoked)
        {
            return key.ExpiresAt is not null && nas.Faults.RevokedKeyWithExpiryIsExpired ? LoginOutcome.Expired : LoginOutcome.AuthErr;
        }

        if (key.IsExpired(nas.Time.GetUtcNow()) || nas.Faults.IsAccountExpired)
        {
            return LoginOutcome.Expired;
        }

        // facts.md#4: the key is right, and that is why it is revoked.
        if (!socket.IsSecure && revokesInsecure)
        {
            nas.Keys.Revoke(key, "Attempt to use over an insecure transport");
            return LoginOutcome.Expired;
        }

        return nas.Faults.HasApiAccess ? LoginOutcome.Success : LoginOutcome.Denied;
    }

    public static LoginOutcome TryPassword(TrueNasState nas, string userName, string password)
    {
        if (userName != nas.Options.UserName || password != nas.Options.Password)
        {
            return LoginOutcome.AuthErr;
        }

        if (nas.Faults.IsAccountExpired)
        {
            return LoginOutcome.Expired;
        }

        // facts.md#4: STIG allows passwords with a second factor only.
        return nas.Faults.HasSecondFactor ? LoginOutcome.OtpRequired
            : nas.Faults.Level is AssuranceLevel.Level2 ? LoginOutcome.AuthErr
            : nas.Faults.HasApiAccess ? LoginOutcome.Success
            : LoginOutcome.Denied;
    }
}
