using System.Diagnostics.Metrics;

namespace Pulse.Benchmarks;

/// <summary>Adds up the provider's own meters: the benchmark measures what the provider reports.</summary>
internal sealed class MeterSums : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _requests;
    private long _bytes;

    public MeterSums()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name is "pulse.vcenter.requests" or "pulse.vcenter.bytes")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, _, _) =>
        {
            if (instrument.Name == "pulse.vcenter.requests")
            {
                Interlocked.Add(ref _requests, value);
            }
            else
            {
                Interlocked.Add(ref _bytes, value);
            }
        });
        _listener.Start();
    }

    public long Requests => Interlocked.Read(ref _requests);

    public long Bytes => Interlocked.Read(ref _bytes);

    public void Clear()
    {
        Interlocked.Exchange(ref _requests, 0);
        Interlocked.Exchange(ref _bytes, 0);
    }

    public void Dispose() => _listener.Dispose();
}
