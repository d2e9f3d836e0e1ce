using System.Text.Json;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.Providers.VMware.Protocol;

/// <summary>Reads numbers in a place that may have a value of any type.</summary>
internal static class WireNumber
{
    /// <exception cref="PlatformFailureException">The number is a fraction, or too large.</exception>
    public static long Whole(JsonElement number) => number.TryGetInt64(out var whole)
        ? whole
        : throw new PlatformFailureException(FailureCategory.Protocol, "a number that is no whole number of 64 bits");
}
