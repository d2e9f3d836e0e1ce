namespace Pulse.PlatformConnections.Connecting;

/// <summary>Gets every exchange with every system. Registered only while a proof runs; otherwise nothing is observed.</summary>
internal interface IExchangeObserver
{
    /// <summary>Called once for each request, after its answer was read or abandoned. May be called from several threads.</summary>
    void Saw(ObservedExchange exchange);
}
