namespace Pulse.Providers.VMware.Contract;

/// <summary>The half of an exchange that a deviation is in.</summary>
public enum ExchangeSide
{
    /// <summary>Sent by the client.</summary>
    Request,

    /// <summary>Sent by the vCenter.</summary>
    Answer,
}
