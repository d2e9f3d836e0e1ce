using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace Pulse.Testing;

/// <summary>
/// Keeps the measurements of one scope by a <see cref="MetricCollector{T}"/> for each instrument. The test does not name the instruments, so
/// that a test also sees an instrument that should not be there.
/// </summary>
public sealed class MeterCapture : IDisposable
{
    private readonly MeterListener _published = new();
    private readonly ConcurrentQueue<(IDisposable Collector, Func<IEnumerable<Measurement>> Read)> _collectors = new();

    /// <summary>Listens to all instruments of a factory's meters, those that it makes later as well.</summary>
    /// <param name="scope">The factory of the host or of the test. Meters of tests that run beside this one have another.</param>
    /// <param name="meter">The name of the meter.</param>
    public MeterCapture(IMeterFactory scope, string meter)
    {
        _published.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Scope == scope && instrument.Meter.Name == meter)
            {
                Collect(instrument);
            }
        };
        _published.Start();
    }

    public IReadOnlyList<Measurement> All => [.. _collectors.SelectMany(collector => collector.Read())];

    public IReadOnlyList<Measurement> Of(string instrument) => [.. All.Where(measurement => measurement.Instrument == instrument)];

    public void Dispose()
    {
        _published.Dispose();
        foreach (var (collector, _) in _collectors)
        {
            collector.Dispose();
        }
    }

    private void Collect(Instrument instrument)
    {
        switch (instrument)
        {
            case Instrument<int> whole:
                Keep(instrument.Name, new MetricCollector<int>(whole), value => value);
                break;
            case Instrument<long> whole:
                Keep(instrument.Name, new MetricCollector<long>(whole), value => value);
                break;
            case Instrument<double> real:
                Keep(instrument.Name, new MetricCollector<double>(real), value => value);
                break;
            default:
                throw new NotSupportedException($"{instrument.Name} is an instrument of another kind.");
        }
    }

    private void Keep<T>(string instrument, MetricCollector<T> collector, Func<T, double> number)
        where T : struct =>
        _collectors.Enqueue((collector, () => collector.GetMeasurementSnapshot().Select(
            measured => new Measurement(instrument, number(measured.Value), measured.Tags))));
}
