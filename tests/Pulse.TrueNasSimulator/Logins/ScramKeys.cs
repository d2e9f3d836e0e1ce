using System.Security.Cryptography;
using System.Text;

namespace Pulse.Simulation.TrueNas;

/// <summary>The part of a key that the server keeps for SCRAM (RFC 5802, section 3), with SHA-512.</summary>
internal sealed record ScramKeys(byte[] Salt, int Iterations, byte[] StoredKey, byte[] ServerKey)
{
    private const int SaltLength = 16;

    public static ScramKeys Derive(string secret, int iterations)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        var salted = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(secret), salt, iterations, HashAlgorithmName.SHA512, SHA512.HashSizeInBytes);
        var clientKey = HMACSHA512.HashData(salted, "Client Key"u8);
        return new(salt, iterations, SHA512.HashData(clientKey), HMACSHA512.HashData(salted, "Server Key"u8));
    }

    public bool Proves(byte[] proof, byte[] authMessage)
    {
        var signature = HMACSHA512.HashData(StoredKey, authMessage);
        if (proof.Length != signature.Length)
        {
            return false;
        }

        byte[] clientKey = [.. proof.Select((part, index) => (byte)(part ^ signature[index]))];
        return CryptographicOperations.FixedTimeEquals(SHA512.HashData(clientKey), StoredKey);
    }

    public byte[] ServerSignature(byte[] authMessage) => HMACSHA512.HashData(ServerKey, authMessage);
}
