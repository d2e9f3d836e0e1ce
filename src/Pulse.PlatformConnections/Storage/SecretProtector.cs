using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Secret = Pulse.PlatformConnections.Platforms.Secret;

namespace Pulse.PlatformConnections.Storage;

/// <summary>
/// Encrypts the secrets of a connection. The purpose contains the connection's id, so that a ciphertext copied to another
/// row cannot be decrypted.
/// </summary>
internal sealed class SecretProtector(IDataProtectionProvider dataProtection)
{
    public string Protect(Guid connectionId, string field, Secret secret) => Protector(connectionId, field).Protect(secret.Reveal());

    /// <returns>Null if the key is lost or the ciphertext belongs to another field.</returns>
    public Secret? Unprotect(Guid connectionId, string field, string protectedSecret)
    {
        try
        {
            return new Secret(Protector(connectionId, field).Unprotect(protectedSecret));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector(Guid connectionId, string field) =>
        dataProtection.CreateProtector("Pulse.PlatformConnections", connectionId.ToString("D"), field);
}
