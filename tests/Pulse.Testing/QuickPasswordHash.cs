using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Pulse.Testing;

/// <summary>
/// Stored passwords of a test's host are hashed in one round: the hundred thousand rounds of the product took half of the
/// processor time of all tests that sign in. The tests of the access module hold the product's own number.
/// </summary>
public static class QuickPasswordHash
{
    public static IServiceCollection UseQuickPasswordHash(this IServiceCollection services) =>
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1);
}
