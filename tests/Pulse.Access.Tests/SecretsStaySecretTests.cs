using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Pulse.Access.Tests.Support;

namespace Pulse.Access.Tests;

/// <summary>Sends marked secrets through every route and every failure, and searches all output and files of Pulse.</summary>
public sealed class SecretsStaySecretTests
{
    private const string Canary = "CANARY";
    private const string Password = $"{Canary}-password-1";
    private const string NewPassword = $"{Canary}-password-2";
    private const string Bootstrap = $"{Canary}-bootstrap-token-0123456789abcdef";

    [Fact]
    public async Task No_secret_is_in_a_log_an_answer_the_audit_trail_or_the_database()
    {
        await using var host = await AccessHost.StartAsync(settings: ("Pulse:Access:BootstrapToken", Bootstrap));
        var setupToken = host.SetupToken;
        List<Answer> answers = [];

        var browser = host.Browser();
        answers.Add(await browser.PostAsync("/api/access/setup", new { token = Canary, password = Password }));
        answers.Add(await browser.PostAsync("/api/access/setup", new { token = setupToken, password = Password }));
        answers.Add(await browser.TrySignInAsync($"{Canary}-wrong"));
        answers.Add(await browser.TrySignInAsync(Password, userName: $"{Canary}-typed-in-the-wrong-field"));
        answers.Add(await browser.PostAsync("/api/access/sign-in", new { userName = "admin", passwort = Password }));
        answers.Add(await browser.SendAsync(HttpMethod.Post, "/api/access/sign-in", Json($"{{ \"password\": {Password} }}")));
        answers.Add(await browser.SendAsync(HttpMethod.Post, "/api/access/sign-in", Json($"{{ \"userName\": [\"{Password}\"] }}")));
        await browser.TakeAntiforgeryTokenAsync();
        answers.Add(await browser.PostAsync(
            "/api/access/password", new { currentPassword = $"{Canary}-wrong", newPassword = NewPassword }));
        answers.Add(await browser.PostAsync("/api/access/password", new { currentPassword = Password, newPassword = NewPassword }));
        await browser.TakeAntiforgeryTokenAsync();
        var token = await browser.CreateTokenAsync("script", scopes: ["settings:read", "settings:write"]);
        answers.Add(await host.Script(token).GetAsync("/api/test/read"));
        answers.Add(await host.Script(token).GetAsync("/api/access/tokens"));
        answers.Add(await host.Script(Bootstrap).PostAsync("/api/test/audited"));
        answers.Add(await host.Script($"{Canary}-wrong").GetAsync("/api/test/read"));
        answers.Add(await browser.GetAsync("/api/access/tokens"));
        answers.Add(await browser.GetAsync("/api/access/audit"));
        answers.Add(await browser.GetAsync("/api/test/fails"));

        string[] left = [.. host.Logs.Lines, .. answers.Select(answer => answer.Body.GetRawText()), await DumpAsync(host)];

        left.Should().Contain(part => part.Contains("sign_in"), "the search sees the trail").And.Contain(part => part.Contains("HTTP"), "and the logs");
        left.Should().NotContain(part => part.Contains(Canary)).And.NotContain(part => part.Contains(token));
        left.Should().ContainSingle(part => part.Contains(setupToken), "the log of the first start shows it once");
    }

    [Fact]
    public void Nothing_that_holds_a_secret_is_a_record_which_would_print_it()
    {
        var holders = typeof(AccessModule).Assembly.GetTypes().Where(type => type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Any(property => property.PropertyType == typeof(string) && Regex.IsMatch(property.Name, "Password|Token$|Stamp|Secret")));

        holders.Should().HaveCountGreaterThan(4);
        holders.Should().OnlyContain(type => type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) == null);
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static async Task<string> DumpAsync(AccessHost host)
    {
        var text = new StringBuilder();
        await using var connection = new SqliteConnection($"Data Source={host.Directory.File("pulse.db")};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        foreach (var table in new[] { "AdminAccounts", "ApiTokens", "AuditRecords" })
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await rows.ReadAsync(TestContext.Current.CancellationToken))
            {
                for (var i = 0; i < rows.FieldCount; i++)
                {
                    text.AppendLine(rows.GetValue(i) is byte[] bytes ? Encoding.UTF8.GetString(bytes) : rows.GetValue(i).ToString());
                }
            }
        }

        return text.ToString();
    }
}
