using System.Data.Common;
using System.Net;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Pulse.Access.Storage;
using Pulse.Access.Tests.Support;

namespace Pulse.Access.Tests;

public sealed class SignOutTests
{
    [Fact]
    public async Task A_copied_cookie_is_refused_after_the_sign_out_also_after_a_restart()
    {
        using var directory = new TempDirectory();
        string cookie;
        await using (var host = await AccessHost.StartAsync(directory, settings: ("Pulse:Admin:Password", AccessHost.Password)))
        {
            var browser = await host.SignedInAsync();
            cookie = browser.Cookies.GetCookieHeader(new Uri("http://pulse.test/"));
            (await CopyOf(host, cookie).GetAsync("/api/access/session")).Status.Should().Be(HttpStatusCode.OK);

            await browser.PostAsync("/api/access/sign-out");

            (await CopyOf(host, cookie).GetAsync("/api/access/session")).ShouldBeProblem(HttpStatusCode.Unauthorized, "unauthenticated");
        }

        await using var restarted = await AccessHost.StartAsync(directory);

        (await CopyOf(restarted, cookie).GetAsync("/api/access/session")).ShouldBeProblem(HttpStatusCode.Unauthorized, "unauthenticated");
    }

    [Theory]
    [InlineData("/api/access/sign-out")]
    [InlineData("/api/access/sign-out-everywhere")]
    public async Task Signing_out_deletes_both_cookies(string path)
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var browser = await host.SignedInAsync();
        browser.Cookies.Count.Should().Be(2);

        var answer = await browser.PostAsync(path);

        answer.Header("Set-Cookie").Should().Contain("pulse_session=;").And.Contain("pulse_antiforgery=;");
        browser.Cookies.Count.Should().Be(0);
    }

    [Fact]
    public async Task Signing_out_twice_at_the_same_moment_is_no_error()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var browser = await host.SignedInAsync();
        var (cookie, antiforgery) = (browser.Cookies.GetCookieHeader(new Uri("http://pulse.test/")), browser.Http.DefaultRequestHeaders.GetValues("X-Pulse-Antiforgery").Single());

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
        {
            var copy = CopyOf(host, cookie);
            copy.Http.DefaultRequestHeaders.Add("X-Pulse-Antiforgery", antiforgery);
            return copy.PostAsync("/api/access/sign-out");
        }));

        answers.Should().OnlyContain(answer => answer.Status == HttpStatusCode.NoContent || answer.Status == HttpStatusCode.Unauthorized);
        answers.Should().Contain(answer => answer.Status == HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_session_ends_after_seven_days_however_often_it_is_used()
    {
        await using var host = await AccessHost.StartWithAdminAsync();
        var browser = await host.SignedInAsync();
        for (var hours = 0; hours < (7 * 24) - 8; hours += 8)
        {
            host.Clock.Advance(TimeSpan.FromHours(8));
            (await browser.GetAsync("/api/access/session")).Status.Should().Be(HttpStatusCode.OK);
        }

        host.Clock.Advance(TimeSpan.FromHours(8) - TimeSpan.FromSeconds(1));
        var before = await browser.GetAsync("/api/access/session");
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        var after = await browser.GetAsync("/api/access/session");

        before.Status.Should().Be(HttpStatusCode.OK);
        after.ShouldBeProblem(HttpStatusCode.Unauthorized, "unauthenticated");
    }

    [Fact]
    public async Task A_request_of_a_session_writes_nothing()
    {
        var writes = new Writes();
        await using var host = await AccessHost.StartAsync(
            configure: builder => builder.Services.ConfigureDbContext<AccessDbContext>(options => options.AddInterceptors(writes)),
            settings: ("Pulse:Admin:Password", AccessHost.Password));
        var browser = await host.SignedInAsync();
        var before = writes.Count;

        await browser.GetAsync("/api/access/session");
        await browser.GetAsync("/api/test/read");

        before.Should().BePositive("the sign-in was counted and audited");
        writes.Count.Should().Be(before);
    }

    private static ApiClient CopyOf(AccessHost host, string cookie)
    {
        var copy = host.Browser();
        copy.Http.DefaultRequestHeaders.Add("Cookie", cookie);
        return copy;
    }

    private sealed class Writes : DbCommandInterceptor
    {
        private int _count;

        public int Count => _count;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Add(command);
            return new(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Add(command);
            return new(result);
        }

        private void Add(DbCommand command)
        {
            if (!command.CommandText.TrimStart().StartsWith("SELECT", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref _count);
            }
        }
    }
}
