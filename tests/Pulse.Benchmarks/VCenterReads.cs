using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware;

namespace Pulse.Benchmarks;

/// <summary>The cost of the reads of one vCenter: the first one, one without changes, one after 1% changed.</summary>
internal static class VCenterReads
{
    private const int Repeats = 20;

    public static async IAsyncEnumerable<Row> MeasureAsync(int machines)
    {
        await using var vcenter = await SimulatedVCenter.StartAsync(machines);
        await using var services = new ServiceCollection().AddLogging().AddMetrics().AddVMware().BuildServiceProvider();
        var provider = services.GetRequiredService<IPlatformProvider>();
        using var meters = new MeterSums();

        // One read before for the compiler, so that the first read of the row is the first of a connection, not of the process.
        await using (var warm = provider.CreateSession(TargetOf(vcenter)))
        {
            await ReadAsync(warm, vcenter);
        }

        var session = provider.CreateSession(TargetOf(vcenter));
        await using (session)
        {
            yield return await MeasureAsync("first", machines, meters, 1, () => ReadAsync(session, vcenter));
            yield return await MeasureAsync("unchanged", machines, meters, Repeats, () => ReadAsync(session, vcenter));
            await vcenter.ChangeAsync(machines / 100);
            yield return await MeasureAsync("1% changed", machines, meters, 1, () => ReadAsync(session, vcenter));
        }
    }

    private static async Task<Row> MeasureAsync(string name, int machines, MeterSums meters, int repeats, Func<Task> read)
    {
        GC.Collect(2, GCCollectionMode.Forced, blocking: true);
        meters.Clear();
        using var memory = new PeakMemory();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < repeats; i++)
        {
            await read();
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        return new Row(name, machines, meters.Requests / repeats, meters.Bytes / repeats, elapsed / repeats, allocated / repeats, memory.Growth);
    }

    private static Task<Observed> ReadAsync(IPlatformSession session, SimulatedVCenter vcenter) => session.ReadAsync(
        new Attempt(AttemptPurpose.Poll, TargetOf(vcenter), new OpenGate(), TimeProvider.System), CancellationToken.None);

    public static ConnectionTarget TargetOf(SimulatedVCenter vcenter) => new()
    {
        Host = "127.0.0.1",
        Port = vcenter.Port,
        CertificateThumbprint = CertificateThumbprint.Parse(vcenter.Thumbprint),
        Account = SimulatedVCenter.UserName,
        Texts = new Dictionary<string, string> { ["username"] = SimulatedVCenter.UserName },
        Secrets = new Dictionary<string, Secret> { ["password"] = new(SimulatedVCenter.Password) },
    };

    public sealed class OpenGate : ILoginGate
    {
        public Task<T> EnterAsync<T>(
        ConnectionTarget target, AttemptPurpose purpose, Func<Task<T>> login, CancellationToken cancellationToken) => login();
    }
}
