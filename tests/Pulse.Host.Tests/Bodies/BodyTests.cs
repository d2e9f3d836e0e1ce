using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pulse.Testing;

namespace Pulse.Host.Tests.Bodies;

/// <summary>Sends every kind of unreadable body to every route that reads one, over real sockets.</summary>
public sealed class BodyTests(BodyHost host) : IClassFixture<BodyHost>
{
    private const string SavedTest = "/test";

    public static TheoryData<string> RefusedWays => [.. BodyWays.Refused.Keys];

    public static TheoryData<string> ReadWays => [.. BodyWays.Read.Keys];

    [Fact]
    public void The_routes_are_found() =>
        host.Routes.Should().HaveCountGreaterThan(7).And.Contain("POST /api/access/sign-in").And.Contain("POST /api/access/setup");

    [Theory]
    [MemberData(nameof(RefusedWays))]
    public async Task Every_route_refuses_a_body_that_cannot_be_read_with_the_same_status_and_code(string name)
    {
        var way = BodyWays.Refused[name];
        foreach (var route in host.Routes)
        {
            var (status, text) = await host.SendAsync(route, way.Headers, way.Body);

            status.Should().Be(way.Status, $"{route} answered {text}");
            text.Should().Contain($"\"code\":\"{way.Code}\"", $"{route} says so").And.Contain("application/problem+json");
            Unescaped(text).Should().Contain(way.Detail, $"{route} says what to do");
        }

        host.Logs.Lines.Should().NotContain(line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(ReadWays))]
    public async Task Every_route_reads_a_body_however_it_is_sent(string name)
    {
        var way = BodyWays.Read[name];
        foreach (var route in host.Routes)
        {
            var (_, text) = await host.SendAsync(route, way.Headers, way.Body);

            text.Should().MatchRegex("\"code\":\"(validation_failed|connection_not_found|already_set_up)\"", $"{route} looks at the object");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("Content-Type: application/json\r\n")]
    [InlineData("Content-Type: application/x-www-form-urlencoded\r\n")]
    public async Task Only_the_test_of_a_saved_connection_does_without_a_body(string contentType)
    {
        foreach (var route in host.Routes)
        {
            var (_, text) = await host.SendAsync(route, contentType + "Content-Length: 0\r\n", []);

            var isOptional = route.EndsWith(SavedTest, StringComparison.Ordinal) && !route.EndsWith("connections/test", StringComparison.Ordinal);
            text.Should().MatchRegex(isOptional ? "connection_not_found" : "invalid_json|unsupported_media_type", route);
        }
    }

    [Fact]
    public async Task A_body_that_arrives_too_slowly_ends_with_408()
    {
        var limits = host.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;
        var usual = limits.MinRequestBodyDataRate;
        try
        {
            // The shortest grace period of the server. It then checks every second, and no more bytes arrive.
            limits.MinRequestBodyDataRate = new MinDataRate(240, TimeSpan.FromMilliseconds(1001));
            var answers = await Task.WhenAll(host.Routes.Select(route =>
                host.SendAsync(route, "Content-Type: application/json\r\nContent-Length: 1000\r\n", "{\"name\":"u8.ToArray())));

            answers.Should().OnlyContain(answer => answer.Status == 408 && answer.Text.Contains("\"code\":\"body_too_slow\""));
        }
        finally
        {
            limits.MinRequestBodyDataRate = usual;
        }

        host.Logs.Lines.Should().NotContain(line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sender_who_hangs_up_in_the_middle_of_a_body_is_no_error()
    {
        foreach (var route in host.Routes)
        {
            var marked = $"{route}?hangs-up-{host.Routes.ToList().IndexOf(route)}.";
            await host.HangUpAsync(marked, "Content-Type: application/json\r\nContent-Length: 1000\r\n", "{\"name\":"u8.ToArray());

            await Eventually.UntilAsync(() => host.Logs.Lines.Any(line =>
                line.Contains("Request finished", StringComparison.Ordinal) && line.Contains(marked.Split('?')[1], StringComparison.Ordinal)));
        }

        host.Logs.Lines.Should().NotContain(line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    private static string Unescaped(string text) => text.Replace("\\u0022", "\"", StringComparison.Ordinal);
}
