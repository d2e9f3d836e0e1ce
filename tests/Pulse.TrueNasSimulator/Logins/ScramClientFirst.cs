namespace Pulse.Simulation.TrueNas;

/// <summary>
/// A client's first message, for example <c>n,,n=pulse:1,r=…</c>. The user part is <c>name:keyId</c> (facts.md#4). Any other form
/// than the vendor's own clients send is refused: an authorization identity, an extension, a nonce that is not 32 bytes.
/// </summary>
internal sealed record ScramClientFirst(string Flag, string Bare, string UserName, int KeyId, string Nonce)
{
    public const int NonceLength = 32;

    public static ScramClientFirst? Parse(string text)
    {
        if (text.Split(',') is not [var flag, "", ['n', '=', .. var user], ['r', '=', .. var nonce]] || !IsNonce(nonce))
        {
            return null;
        }

        var colon = user.LastIndexOf(':');
        return colon > 0 && int.TryParse(user[(colon + 1)..], out var keyId) && Unescape(user[..colon]) is { } name
            ? new(flag, $"n={user},r={nonce}", name, keyId, nonce)
            : null;
    }

    private static bool IsNonce(string nonce)
    {
        var bytes = new byte[NonceLength + 1];
        return Convert.TryFromBase64String(nonce, bytes, out var length) && length == NonceLength;
    }

    /// <summary>RFC 5802, section 5.1: a comma is <c>=2C</c>, an equals sign <c>=3D</c>, and no other escape is valid.</summary>
    private static string? Unescape(string name)
    {
        var plain = name.Replace("=2C", ",", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal);
        return plain.Replace("=", "=3D", StringComparison.Ordinal).Replace(",", "=2C", StringComparison.Ordinal) == name ? plain : null;
    }
}
