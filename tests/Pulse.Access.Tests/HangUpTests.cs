using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pulse.Access.Storage;
using Pulse.Access.Tests.Support;
using Pulse.Testing;

namespace Pulse.Access.Tests;

/// <summary>A client that disconnects while Pulse checks its password. The client learns nothing, and its attempt is still recorded.</summary>
public sealed class HangUpTests
{
    private const string Password = AccessHost.Password;
    private const string Wrong = "not the password";

    [Fact]
    public async Task Guesses_whose_sender_hangs_up_are_counted_audited_and_lock_for_five_minutes()
    {
        await using var host = await StartAsync(("Pulse:Admin:Password", Password));
        for (var guess = 1; guess <= 5; guess++)
        {
            await HangUpAsync(host, host.Browser(), "/api/access/sign-in", $$"""{"userName":"admin","password":"{{Wrong}}"}""");
            await SeeAuditAsync(host, "sign_in refused", guess);
        }

        var locked = await host.Browser().TrySignInAsync(Password);
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        var after = await host.Browser().TrySignInAsync(Password);

        locked.ShouldBeProblem(HttpStatusCode.TooManyRequests, "sign_in_locked");
        locked.Header("Retry-After").Should().Be("300");
        after.Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Guesses_at_the_change_of_the_password_whose_sender_hangs_up_count_as_well()
    {
        await using var host = await StartAsync(("Pulse:Admin:Password", Password));
        var browser = await host.SignedInAsync();
        for (var guess = 1; guess <= 5; guess++)
        {
            await HangUpAsync(
                host, browser, "/api/access/password", $$"""{"currentPassword":"{{Wrong}}","newPassword":"{{Password}} 2"}""");
            await SeeAuditAsync(host, "password_change refused", guess);
        }

        var locked = await host.Browser().TrySignInAsync(Password);

        locked.ShouldBeProblem(HttpStatusCode.TooManyRequests, "sign_in_locked");
        locked.Header("Retry-After").Should().Be("300");
    }

    [Fact]
    public async Task A_new_password_whose_sender_hangs_up_is_on_the_record()
    {
        await using var host = await StartAsync(("Pulse:Admin:Password", Password));
        var browser = await host.SignedInAsync();

        await HangUpAsync(
            host, browser, "/api/access/password", $$"""{"currentPassword":"{{Password}}","newPassword":"{{Password}} 2"}""");

        await SeeAuditAsync(host, "password_change succeeded", 1);
        (await host.Browser().TrySignInAsync($"{Password} 2")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_set_up_whose_sender_hangs_up_is_on_the_record_and_ends_the_setup_token()
    {
        await using var host = await StartAsync();

        await HangUpAsync(
            host, host.Browser(), "/api/access/setup", $$"""{"token":"{{host.SetupToken}}","password":"{{Password}}"}""");

        await SeeAuditAsync(host, "setup succeeded", 1);
        File.Exists(host.Directory.File("setup-token")).Should().BeFalse();
    }

    private static Task<AccessHost> StartAsync(params (string, string)[] settings) => AccessHost.StartAsync(
        configure: builder => builder.Services
            .AddSingleton<HangingUp>()
            .AddSingleton<IPasswordHasher<AdminAccount>>(services => services.GetRequiredService<HangingUp>()),
        settings: settings);

    private static async Task HangUpAsync(AccessHost host, ApiClient client, string path, string json)
    {
        using var hangUp = new CancellationTokenSource();
        var hanging = host.Services.GetRequiredService<HangingUp>();
        hanging.HangUp = hangUp;
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");

        var send = () => client.Http.PostAsync(new Uri(path, UriKind.Relative), content, hangUp.Token);

        await send.Should().ThrowAsync<OperationCanceledException>();
        hanging.HangUp.Should().BeNull("the password was being looked at");
    }

    private static Task SeeAuditAsync(AccessHost host, string entry, int times) => Eventually.GetAsync(
        () => host.QueryAsync(database => database.AuditRecords.CountAsync(record => record.Action + " " + record.Outcome == entry)),
        count => count == times,
        $"{times} of {entry}");

    /// <summary>Disconnects for the client as soon as a password is hashed or compared, and waits until Pulse notices.</summary>
    private sealed class HangingUp(IHttpContextAccessor http) : IPasswordHasher<AdminAccount>
    {
        private readonly PasswordHasher<AdminAccount> _hasher = new();

        public CancellationTokenSource? HangUp { get; set; }

        public string HashPassword(AdminAccount user, string password)
        {
            Leave();
            return _hasher.HashPassword(user, password);
        }

        public PasswordVerificationResult VerifyHashedPassword(AdminAccount user, string hashedPassword, string providedPassword)
        {
            Leave();
            return _hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }

        private void Leave()
        {
            if (HangUp is { } hangUp && http.HttpContext is { } context)
            {
                HangUp = null;
                hangUp.Cancel();
                context.RequestAborted.WaitHandle.WaitOne(TimeSpan.FromSeconds(30)).Should().BeTrue();
            }
        }
    }
}
