using System.Buffers.Binary;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pulse.Access.Storage;

namespace Pulse.Access.Tests;

public sealed class PasswordHashTests
{
    // The layout of a stored hash, version 3: a byte for the version, four for the function, four for the rounds.
    private const int FunctionAt = 1;
    private const int RoundsAt = 5;
    private const uint HmacSha512 = 2;

    [Fact]
    public void A_stored_password_is_hashed_with_SHA_512_in_at_least_a_hundred_thousand_rounds()
    {
        var services = new ServiceCollection();
        services.AddAccess(new ConfigurationBuilder().Build(), (_, _) => { });
        using var provider = services.BuildServiceProvider();

        var hash = Convert.FromBase64String(provider.GetRequiredService<IPasswordHasher<AdminAccount>>()
            .HashPassword(new AdminAccount { PasswordHash = "", SecurityStamp = "" }, "correct horse battery"));

        hash[0].Should().Be(1, "the layout is that of version 3");
        BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(FunctionAt)).Should().Be(HmacSha512);
        BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(RoundsAt)).Should().BeGreaterThanOrEqualTo(100_000);
    }
}
