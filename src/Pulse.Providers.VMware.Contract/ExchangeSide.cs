namespace Pulse.Providers.VMware.Contract;

/// <summary>The half of an exchange with the deviation.</summary>
public enum ExchangeSide
{
    /// <summary>Sent by the client.</summary>
    Request,

    /// <summary>Sent by the vCenter.</summary>
    Answer,
}
