using Pulse.Benchmarks;

// The vCenter runs in a separate process, so that its allocations are not counted as the client's.
if (args is ["vcenter", var machines, var updatesEach, var latencyMs])
{
    await SimulatedVCenter.ServeAsync(int.Parse(machines), int.Parse(updatesEach), int.Parse(latencyMs));
    return 0;
}

if (args is ["first-read"])
{
    await Console.Out.WriteLineAsync("| first read of a distant vCenter, answers cut to 100 updates | machines | requests | polls | s |");
    await Console.Out.WriteLineAsync("|---|---|---|---|---|");
    foreach (var row in await FirstRead.MeasureAsync())
    {
        await Console.Out.WriteLineAsync(row);
    }

    return 0;
}

if (args is ["hostile"])
{
    await Console.Out.WriteLineAsync("| attacks of a hostile vCenter beside 20 healthy ones | latest healthy poll | memory | stop |");
    await Console.Out.WriteLineAsync("|---|---|---|---|");
    await Console.Out.WriteLineAsync((await HostileSystem.MeasureAsync()).ToString());
    return 0;
}

await Console.Out.WriteLineAsync("| vCenter read | machines | requests | response bytes | ms | allocated | peak growth |");
await Console.Out.WriteLineAsync("|---|---|---|---|---|---|---|");
foreach (var size in new[] { 100, 1_000, 10_000 })
{
    await foreach (var row in VCenterReads.MeasureAsync(size))
    {
        await Console.Out.WriteLineAsync(row.ToString());
    }
}

return 0;
