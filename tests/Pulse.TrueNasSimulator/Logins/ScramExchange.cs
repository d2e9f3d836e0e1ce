using System.Security.Cryptography;
using System.Text;

namespace Pulse.Simulation.TrueNas;

/// <summary>One SCRAM login between its two messages.</summary>
internal sealed class ScramExchange
{
    private readonly ScramClientFirst _first;
    private readonly string _nonce;

    public ScramExchange(ApiKey key, ScramClientFirst first, ScramNonceForm form)
    {
        (Key, _first) = (key, first);
        var own = RandomNumberGenerator.GetBytes(ScramClientFirst.NonceLength);
        // The vendor joins the bytes, not the texts: the text of the client's nonce ends with "=", and the server's does not begin with it.
        _nonce = form is ScramNonceForm.Bytes
            ? Convert.ToBase64String([.. Convert.FromBase64String(first.Nonce), .. own])
            : first.Nonce + Convert.ToBase64String(own);
        ServerFirst = $"r={_nonce},s={Convert.ToBase64String(key.Scram.Salt)},i={key.Scram.Iterations}";
    }

    public ApiKey Key { get; }

    public string ServerFirst { get; }

    /// <summary>Whether the client has announced a channel binding.</summary>
    public bool IsBound => _first.Flag == ChannelBinding.Flag;

    /// <summary>The server's final message, or null if the client has not proved that it has the key.</summary>
    /// <param name="message">The client's final message.</param>
    /// <param name="channelBinding">The data that the channel binding has to have; null if the client may bind nothing.</param>
    public string? Finish(string message, byte[]? channelBinding)
    {
        if (message.Split(',') is not [['c', '=', .. var binding], ['r', '=', .. var nonce], ['p', '=', .. var proof]]
            || nonce != _nonce
            || binding != ExpectedBinding(channelBinding)
            || !TryDecode(proof, out var proofBytes))
        {
            return null;
        }

        var authMessage = Encoding.UTF8.GetBytes($"{_first.Bare},{ServerFirst},c={binding},r={nonce}");
        return Key.Scram.Proves(proofBytes, authMessage) ? $"v={Convert.ToBase64String(Key.Scram.ServerSignature(authMessage))}" : null;
    }

    private string ExpectedBinding(byte[]? channelBinding) =>
        Convert.ToBase64String([.. Encoding.UTF8.GetBytes($"{_first.Flag},,"), .. channelBinding ?? []]);

    private static bool TryDecode(string text, out byte[] bytes)
    {
        var buffer = new byte[text.Length];
        var isValid = Convert.TryFromBase64String(text, buffer, out var length);
        bytes = buffer[..length];
        return isValid;
    }
}
