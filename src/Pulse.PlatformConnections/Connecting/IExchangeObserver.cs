namespace Pulse.PlatformConnections.Connecting;

/// <summary>Sees every exchange with every system. Registered only while a system is proven; else nothing is observed.</summary>
internal interface IExchangeObserver
{
    /// <summary>Called once for each request, when its answer was read or given up. May be called from several threads.</summary>
    void Saw(ObservedExchange exchange);
}
