using Pulse.PlatformConnections.Platforms;

namespace Pulse.Providers.VMware.Checks;

/// <summary>Reads the triggered alarms of the root folder: alarms propagate upward, so that these are all that the account may see (facts.md#6.6).</summary>
internal static class AlarmCheck
{
    public static async Task RunAsync(CheckApi api, StepNotes notes, CancellationToken cancellationToken)
    {
        var states = await api.ReadAsync(api.Content.RootFolder, "Folder.triggeredAlarmState", CheckJson.Default.AlarmStateArray, cancellationToken) ?? [];
        notes.Say(states.Length == 0
            ? "No alarm is triggered"
            : $"{states.Length} triggered: {CountOf(states, "red")} red, {CountOf(states, "yellow")} yellow");
    }

    private static int CountOf(AlarmState[] states, string status) => states.Count(state => state.OverallStatus == status);
}

internal sealed record AlarmState
{
    public string? OverallStatus { get; init; }
}
