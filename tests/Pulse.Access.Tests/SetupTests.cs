using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Pulse.Access.Tests.Support;

namespace Pulse.Access.Tests;

public sealed class SetupTests
{
    private const string Password = AccessHost.Password;

    [Fact]
    public async Task The_first_start_shows_a_setup_token_in_the_log_and_in_a_file_only_the_owner_reads()
    {
        await using var host = await AccessHost.StartAsync();

        host.SetupToken.Should().MatchRegex("^[A-Za-z0-9_-]{43}$");
        host.Logs.Records.Should().ContainSingle(record => record.Message.Contains(host.SetupToken))
            .Which.Level.Should().Be(LogLevel.Warning);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(host.Directory.File("setup-token")).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task The_setup_token_creates_the_admin_and_signs_in()
    {
        await using var host = await AccessHost.StartAsync();
        var browser = host.Browser();

        var answer = await SetUpAsync(browser, host.SetupToken);

        answer.Status.Should().Be(HttpStatusCode.OK);
        answer.Text("userName").Should().Be("admin");
        (await browser.GetAsync("/api/access/session")).Status.Should().Be(HttpStatusCode.OK);
        (await host.Browser().TrySignInAsync(Password)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_setup_token_works_once()
    {
        await using var host = await AccessHost.StartAsync();
        var token = host.SetupToken;
        await SetUpAsync(host.Browser(), token);

        var second = await SetUpAsync(host.Browser(), token);

        second.ShouldBeProblem(HttpStatusCode.Conflict, "already_set_up");
        File.Exists(host.Directory.File("setup-token")).Should().BeFalse();
    }

    [Fact]
    public async Task Two_setups_at_once_make_one_admin()
    {
        await using var host = await AccessHost.StartAsync();
        var token = host.SetupToken;

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => SetUpAsync(host.Browser(), token, $"{Password} {i}")));

        answers.Should().ContainSingle(answer => answer.Status == HttpStatusCode.OK);
        answers.Where(answer => answer.Status != HttpStatusCode.OK).Should().OnlyContain(answer => answer.Code == "already_set_up");
        (await host.QueryAsync(database => database.AdminAccounts.CountAsync())).Should().Be(1);
    }

    [Fact]
    public async Task A_wrong_setup_token_is_refused()
    {
        await using var host = await AccessHost.StartAsync();

        var answer = await SetUpAsync(host.Browser(), new string('x', 43));

        answer.ShouldBeProblem(HttpStatusCode.Forbidden, "setup_token_invalid");
        (await host.QueryAsync(database => database.AdminAccounts.AnyAsync())).Should().BeFalse();
    }

    [Theory]
    [InlineData(11)]
    [InlineData(257)]
    public async Task A_password_too_short_or_too_long_is_refused_together_with_a_missing_token(int length)
    {
        await using var host = await AccessHost.StartAsync();

        var answer = await SetUpAsync(host.Browser(), "", new string('p', length));

        answer.ShouldBeProblem(HttpStatusCode.BadRequest, "validation_failed");
        answer.FaultyFields.Should().BeEquivalentTo("token", "password");
    }

    [Theory]
    [InlineData(12)]
    [InlineData(256)]
    public async Task A_password_at_the_limits_is_taken(int length)
    {
        await using var host = await AccessHost.StartAsync();

        var answer = await SetUpAsync(host.Browser(), host.SetupToken, new string('p', length));

        answer.Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_restart_before_the_setup_keeps_the_setup_token()
    {
        using var directory = new TempDirectory();
        string token;
        await using (var first = await AccessHost.StartAsync(directory))
        {
            token = first.SetupToken;
        }

        await using var second = await AccessHost.StartAsync(directory);

        second.SetupToken.Should().Be(token);
        second.Logs.Lines.Should().NotContain(line => line.Contains(token), "one log is enough").And.Contain(line => line.Contains("setup-token"));
        (await SetUpAsync(second.Browser(), token)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_data_directory_is_made_for_the_token_and_not_needed_without_one()
    {
        using var directory = new TempDirectory();
        var missing = directory.File("missing");
        await using (await AccessHost.StartAsync(directory, settings: ("Pulse:DataDirectory", missing)))
        {
            File.Exists(Path.Combine(missing, "setup-token")).Should().BeTrue();
        }

        Directory.Delete(missing, recursive: true);
        await using var second = await AccessHost.StartAsync(
            directory, settings: [("Pulse:DataDirectory", missing), ("Pulse:Admin:Password", Password)]);

        (await second.Browser().TrySignInAsync(Password)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_damaged_setup_token_file_is_replaced()
    {
        using var directory = new TempDirectory();
        await File.WriteAllTextAsync(directory.File("setup-token"), "half", TestContext.Current.CancellationToken);

        await using var host = await AccessHost.StartAsync(directory);

        (await SetUpAsync(host.Browser(), "half")).Status.Should().Be(HttpStatusCode.Forbidden);
        (await SetUpAsync(host.Browser(), host.SetupToken)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_password_in_the_settings_creates_the_admin_without_a_token()
    {
        await using var host = await AccessHost.StartWithAdminAsync();

        File.Exists(host.Directory.File("setup-token")).Should().BeFalse();
        (await host.Browser().TrySignInAsync(Password)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_password_in_the_settings_does_not_change_an_admin_who_is_there()
    {
        using var directory = new TempDirectory();
        await using (await AccessHost.StartAsync(directory, settings: ("Pulse:Admin:Password", Password)))
        {
        }

        await using var second = await AccessHost.StartAsync(directory, settings: ("Pulse:Admin:Password", "another password"));

        (await second.Browser().TrySignInAsync("another password")).Status.Should().Be(HttpStatusCode.Unauthorized);
        (await second.Browser().TrySignInAsync(Password)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_is_not_signed_in_learns_whether_there_is_a_setup_to_do()
    {
        await using var host = await AccessHost.StartAsync();
        var before = await host.Browser().GetAsync("/api/access/session");
        await SetUpAsync(host.Browser(), host.SetupToken);
        var after = await host.Browser().GetAsync("/api/access/session");

        before.Body.GetProperty("setupRequired").GetBoolean().Should().BeTrue();
        after.Body.GetProperty("setupRequired").GetBoolean().Should().BeFalse();
    }

    private static Task<Answer> SetUpAsync(ApiClient client, string token, string password = Password) =>
        client.PostAsync("/api/access/setup", new { token, password });
}
