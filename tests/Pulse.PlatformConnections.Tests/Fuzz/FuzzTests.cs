using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Pulse.PlatformConnections.Tests.Fuzz;

/// <summary>
/// A hundred thousand damaged requests: Pulse answers each, and none causes an error of Pulse. The seed is fixed; the message
/// contains a request that fails.
/// </summary>
[Collection(nameof(FuzzTests))]
public sealed class FuzzTests
{
    private const int Workers = 4;
    private const int RequestsOfEach = 25_000;
    private const int Seed = 20261125;
    private const int ConnectionsOfEach = 5;

    private static readonly TimeSpan Slowest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<int, int> _statuses = new();
    private readonly ConcurrentQueue<string> _faults = new();

    [Fact]
    [Trait("Category", "Slow")]
    public async Task No_damaged_request_gets_an_answer_of_500_or_one_that_takes_ten_seconds()
    {
        await using var host = await FuzzHost.StartAsync();

        await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(() => RunAsync(host, worker))));

        _faults.Should().BeEmpty();
        host.Unhandled.Should().BeEmpty();
        _statuses.Values.Sum().Should().Be(Workers * RequestsOfEach);
        _statuses.Keys.Should().Contain([200, 201, 204, 400, 401, 403, 404, 405, 409, 412, 413, 415], "the requests reach deep");
    }

    private async Task RunAsync(FuzzHost host, int worker)
    {
        var random = new Random(Seed + worker);
        var connections = new Queue<string>();
        for (var number = 0; number < RequestsOfEach && _faults.Count < 20; number++)
        {
            var id = connections.Count > 0 && random.Next(8) > 0 ? connections.ElementAt(random.Next(connections.Count)) : "01988f0e-5d6a-7c3e-9b1f-2f6a1c0d4e55";
            var request = FuzzSeeds.Next(random, id);
            if (random.Next(10) > 0)
            {
                Mutations.Apply(request, random);
            }

            var from = new IPAddress(random.NextInt64(1, 0xDFFF_FFFF));
            if (await SendAsync(host, request, from) is (201, var location, var text) && location.StartsWith("/api/box", StringComparison.Ordinal))
            {
                connections.Enqueue(JsonNode.Parse(text)!["id"]!.GetValue<string>());
            }

            // So that the lists stay short.
            if (connections.Count > ConnectionsOfEach)
            {
                await SendAsync(host, new FuzzRequest { Method = "DELETE", Path = $"/api/box/connections/{connections.Dequeue()}" }, from, isCounted: false);
            }
        }
    }

    private async Task<(int Status, string Location, string Text)> SendAsync(FuzzHost host, FuzzRequest request, IPAddress from, bool isCounted = true)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            using var hang = new CancellationTokenSource(Hang);
            var (response, text) = await host.SendAsync(request, from, hang.Token);
            Judge(request, response, await SlownessAsync(host, request, from, started), text);
            if (isCounted)
            {
                _statuses.AddOrUpdate(response.StatusCode, 1, (_, count) => count + 1);
            }

            return (response.StatusCode, response.Headers.Location.ToString(), text);
        }
        catch (Exception exception)
        {
            _faults.Enqueue($"{exception.GetType().Name} {exception.Message} after {Stopwatch.GetElapsedTime(started)}: {request}");
            return (0, "", "");
        }
    }

    // A busy machine is slow by chance, and a slow request is slow again.
    private static async Task<TimeSpan> SlownessAsync(FuzzHost host, FuzzRequest request, IPAddress from, long started)
    {
        var took = Stopwatch.GetElapsedTime(started);
        if (took <= Slowest)
        {
            return took;
        }

        started = Stopwatch.GetTimestamp();
        using var hang = new CancellationTokenSource(Hang);
        await host.SendAsync(request, from, hang.Token);
        return Stopwatch.GetElapsedTime(started);
    }

    private void Judge(FuzzRequest request, HttpResponse response, TimeSpan took, string text)
    {
        if (response.StatusCode >= 500 || took > Slowest)
        {
            _faults.Enqueue($"{response.StatusCode} after {took}: {request}, answer {text}");
        }
    }
}
