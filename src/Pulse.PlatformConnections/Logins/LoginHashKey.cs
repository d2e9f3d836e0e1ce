using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Pulse.PlatformConnections.Storage;

namespace Pulse.PlatformConnections.Logins;

/// <summary>
/// The key for the hashes of refused secrets, so that the table of refused logins cannot be used to guess them.
/// Created once, stored encrypted. If the key cannot be decrypted any more, Pulse creates a new one and forgets the refusals under
/// the old one.
/// </summary>
internal sealed class LoginHashKey(IDbContextFactory<ConnectionsDbContext> contexts, IDataProtectionProvider dataProtection) : IDisposable
{
    private const string Name = "login-hash";

    private readonly IDataProtector _protector = dataProtection.CreateProtector("Pulse.PlatformConnections.LoginHash");
    private readonly SemaphoreSlim _once = new(1, 1);
    private byte[]? _key;

    public async ValueTask<byte[]> GetAsync(CancellationToken cancellationToken)
    {
        if (_key is { } known)
        {
            return known;
        }

        await _once.WaitAsync(cancellationToken);
        try
        {
            return _key ??= await LoadOrMakeAsync(cancellationToken);
        }
        finally
        {
            _once.Release();
        }
    }

    public void Dispose() => _once.Dispose();

    private async Task<byte[]> LoadOrMakeAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.ProtectedKeys.FindAsync([Name], cancellationToken);
        if (row is not null && TryOpen(row.Value) is { } stored)
        {
            return stored;
        }

        var key = RandomNumberGenerator.GetBytes(32);
        var value = Convert.ToBase64String(_protector.Protect(key));
        if (row is null)
        {
            context.ProtectedKeys.Add(new ProtectedKey { Name = Name, Value = value });
        }
        else
        {
            row.Value = value;
        }

        await context.SaveChangesAsync(cancellationToken);
        return key;
    }

    private byte[]? TryOpen(string value)
    {
        try
        {
            return _protector.Unprotect(Convert.FromBase64String(value));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
