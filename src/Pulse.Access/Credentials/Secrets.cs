using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Pulse.Access.Credentials;

internal static class Secrets
{
    private const int RandomBytes = 32;

    /// <summary>The length of the result of <see cref="Create"/>.</summary>
    public static readonly int Length = Base64Url.GetEncodedLength(RandomBytes);

    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    /// <summary>A plain hash is enough for 256 random bits: salt and a slow hash would protect only a secret that can be guessed.</summary>
    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>Compares hashes, so that the time of the comparison reveals neither content nor length.</summary>
    public static bool AreSame(string left, string right) => CryptographicOperations.FixedTimeEquals(Hash(left), Hash(right));
}
