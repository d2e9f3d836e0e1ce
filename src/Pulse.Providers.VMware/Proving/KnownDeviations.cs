using Pulse.Providers.VMware.Contract;

namespace Pulse.Providers.VMware.Proving;

/// <summary>The known deviations of vCenters from the vendor's description, each with its reason. A record lists them, and no row fails because of them.</summary>
internal static class KnownDeviations
{
    private static readonly (string Operation, ExchangeSide Side, string Place, int Status, string Reason)[] All =
    [
        (
            "appliance.system.version.get",
            ExchangeSide.Answer,
            "status",
            403,
            "Observed: the answer to an account that is in no group of the appliance (facts.md#5.1)."),
    ];

    /// <returns>The reason; null for a deviation that is not known.</returns>
    public static string? ReasonOf(Deviation deviation, int status) => Array.Find(
        All,
        known => known.Operation == deviation.Operation && known.Side == deviation.Side && known.Place == deviation.Place && known.Status == status).Reason;
}
