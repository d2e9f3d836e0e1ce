using System.Globalization;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware.Protocol;
using Pulse.Providers.VMware.Sessions;

namespace Pulse.Providers.VMware.Checks;

/// <summary>Reads some events of the last hour, by the clock of the server: the clock of this machine may differ (facts.md#6.5).</summary>
internal static class EventCheck
{
    private const int Most = 10;

    // There is no time before the first moment of the calendar.
    private const int FirstYear = 1970;
    private const int LastYear = 9998;

    public static async Task RunAsync(CheckApi api, StepNotes notes, CancellationToken cancellationToken)
    {
        var now = await api.QueryAsync(
            api.Method(ViJsonApi.ServiceInstance, "ServiceInstance.CurrentTime"), CheckJson.Default.String, cancellationToken);
        if (!DateTimeOffset.TryParse(now, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end)
            || end.Year is < FirstYear or > LastYear)
        {
            throw new PlatformFailureException(FailureCategory.Protocol, "CurrentTime without a time of these days");
        }

        var filter = new EventFilterSpec(new EventFilterSpecByTime(end.AddHours(-1), end), Most, DisableFullMessage: true);
        var events = await api.QueryAsync(
            api.Method(CheckApi.Require(api.Content.EventManager, "eventManager"), "EventManager.QueryEvents").WithBody(
                new QueryEventsParameters(filter), CheckJson.Default.QueryEventsParameters),
            CheckJson.Default.JsonElementArray,
            cancellationToken) ?? [];
        notes.Say(events.Length < Most ? $"{events.Length} events in the last hour" : $"{Most} events or more in the last hour");
    }

    internal sealed record QueryEventsParameters(EventFilterSpec Filter);

    internal sealed record EventFilterSpec(EventFilterSpecByTime Time, int MaxCount, bool DisableFullMessage) : DataObject;

    internal sealed record EventFilterSpecByTime(DateTimeOffset BeginTime, DateTimeOffset EndTime) : DataObject;
}
