using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Pulse.Recordings;

namespace Pulse.Simulation.Tests;

/// <summary>Sends the requests of the recordings to a simulator, with its own ids and tokens in place of the recorded ones.</summary>
internal sealed class RecordingReplay(VCenterSimulator simulator, SimulatorClient client)
{
    private const string User = "admin@vsphere.local";
    private const string RecordedPassword = "S3cret!pw";

    /// <summary>Without the alarms, which the simulator does not have, and the events, of which it has another kind.</summary>
    public static IReadOnlyList<Recording> Recordings { get; } =
        [.. Recording.All.Where(recording => !recording.Name.StartsWith("34-", StringComparison.Ordinal) && !recording.Name.StartsWith("35-", StringComparison.Ordinal))];

    private readonly Dictionary<string, string> _tokens = [];
    private readonly Dictionary<string, string> _ids = [];
    private string _version = "";

    public static VCenterSimulatorOptions Options => new()
    {
        // The recorded server listed 8.0.2.0 and shared sessions between the families.
        Profile = VCenterProfile.V80U2 with { UnifiedSessions = true },
        Role = SimulatedRole.Administrator,
        UserName = User,
        Password = RecordedPassword,
    };

    public async Task<IReadOnlyDictionary<string, Reply>> RunAsync()
    {
        var machines = simulator.Inventory.VirtualMachines;
        machines[1].Snapshot = new(1, "before-upgrade", simulator.Options.TimeProvider.GetUtcNow());
        var recorded = new[] { "vm-43", "vm-46", "vm-49" };
        for (var index = 0; index < recorded.Length; index++)
        {
            _ids[recorded[index]] = machines[index].Reference.Value;
        }

        // The queries for statistics name two hosts.
        (_ids["host-24"], _ids["host-34"]) = (simulator.Inventory.Hosts[0].Reference.Value, simulator.Inventory.Hosts[1].Reference.Value);
        Dictionary<string, Reply> replies = [];
        foreach (var recording in Recordings)
        {
            Prepare(recording.Name, machines[0]);
            var reply = await SendAsync(recording);
            Learn(recording, reply);
            replies.Add(recording.Name, reply);
        }

        return replies;
    }

    private void Prepare(string name, VirtualMachine machine)
    {
        switch (name)
        {
            case "29-wait-for-updates-vm-powered-off":
                machine.PowerState = VirtualMachinePowerState.PoweredOff;
                break;
            case "30-wait-for-updates-vm-removed":
                simulator.Inventory.Remove(machine);
                break;
            default:
                break;
        }
    }

    private Task<Reply> SendAsync(Recording recording)
    {
        var headers = recording.Request["headers"]!.AsObject();
        client.Token = headers["vmware-api-session-id"] is { } token ? _tokens[(string)token!] : null;
        var password = recording.Name.Contains("wrong", StringComparison.Ordinal) ? "wrong" : RecordedPassword;
        AuthenticationHeaderValue? authorization = headers["Authorization"] is null ? null : SimulatorClient.Basic(User, password);
        return client.SendAsync(new((string)recording.Request["method"]!), Own((string)recording.Request["path"]!), Body(recording), authorization);
    }

    private string? Body(Recording recording)
    {
        if (recording.Request["body"] is not { } body)
        {
            return null;
        }

        if (body["version"] is { } version && (string?)version == "-")
        {
            body["version"] = _version;
        }

        return Own(body.ToJsonString());
    }

    // Longest first: the id of a view contains the key of its session.
    private string Own(string text) => _ids.OrderByDescending(id => id.Key.Length).Aggregate(text, (current, id) => current
        .Replace(Uri.EscapeDataString(id.Key), Uri.EscapeDataString(id.Value), StringComparison.Ordinal)
        .Replace(id.Key, id.Value, StringComparison.Ordinal));

    private void Learn(Recording recording, Reply reply)
    {
        if (recording.Response["headers"]!["vmware-api-session-id"] is { } token)
        {
            _tokens[(string)token!] = reply.Token!;
        }

        if (recording.Response["body"] is not JsonObject recorded || reply.Text.Length == 0)
        {
            return;
        }

        var own = reply.Json;
        foreach (var member in new[] { "value", "token", "key" }.Where(member => recorded[member] is JsonValue && own[member] is JsonValue))
        {
            _ids[(string)recorded[member]!] = (string)own[member]!;
        }

        _version = (string?)own["version"] ?? _version;
    }
}
