using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pulse.PlatformConnections.Proving;
using Pulse.Providers.VMware.Protocol;

namespace Pulse.Providers.VMware.Proving;

/// <summary>Each read of Pulse as a separate question, so that a record shows the privilege that each needs and whether the account has it.</summary>
internal sealed class ReadQuestions(VCenterFacts facts, ProofClient client, ProofSession session)
{
    private const int Sample = 10;

    private static readonly string[] Kinds = ["Datacenter", "HostSystem", "VirtualMachine", "Datastore"];

    private JsonObject? _view;

    public async Task AskAsync(ProofSheet sheet, CancellationToken cancellationToken)
    {
        // Without a session, each of them would only report the missing session.
        if (session.ViJson is null || session.Automation is null)
        {
            return;
        }

        await sheet.AskAsync(VCenterRows.Privileges, AskPrivilegesAsync, cancellationToken);
        await sheet.AskAsync(VCenterRows.ReadInventory, token => ReadObjectsAsync("VirtualMachine", ["name", "runtime.powerState"], token), cancellationToken);
        await sheet.AskAsync(VCenterRows.ReadDatastores, token => ReadObjectsAsync("Datastore", ["name", "summary.capacity"], token), cancellationToken);
        await sheet.AskAsync(VCenterRows.ReadSnapshots, token => ReadObjectsAsync("VirtualMachine", ["name", "snapshot"], token), cancellationToken);
        await sheet.AskAsync(VCenterRows.ReadAlarms, token => ReadAsync(facts.Of("rootFolder", "triggeredAlarmState"), "alarms", token), cancellationToken);
        await sheet.AskAsync(VCenterRows.ReadEvents, ReadEventsAsync, cancellationToken);
        await sheet.AskAsync(VCenterRows.ReadPerformance, token => ReadAsync(facts.Of("perfManager", "perfCounter"), "counters", token), cancellationToken);
        await sheet.AskAsync(VCenterRows.ReadOptions, ReadOptionsAsync, cancellationToken);
        await sheet.AskAsync(VCenterRows.ReadLists, token => ReadListsAsync(sheet, token), cancellationToken);
        await sheet.AskAsync(VCenterRows.ReadAppliance, ReadApplianceAsync, cancellationToken);
        await sheet.AskAsync(VCenterRows.PageSize, AskPageSizeAsync, cancellationToken);
    }

    private async Task<ProofFinding> AskPrivilegesAsync(CancellationToken cancellationToken)
    {
        var current = await client.CallAsync(HttpMethod.Get, facts.Of("sessionManager", "currentSession"), session.ViJson, cancellationToken);
        var answer = await PostAsync(
            facts.Of("authorizationManager", "HasPrivilegeOnEntities"),
            new JsonObject
            {
                ["entity"] = new JsonArray(facts.Reference("rootFolder")),
                ["sessionId"] = VCenterFacts.TextOf(current.Json, "key"),
                ["privId"] = new JsonArray([.. VCenterPrivileges.Reading.Select(privilege => JsonValue.Create(privilege))]),
            },
            cancellationToken);
        if (!answer.IsSuccess)
        {
            return ProofFinding.Fail($"Refused: {answer.Describe()}.");
        }

        var granted = GrantedIn(answer.Json);
        var missing = VCenterPrivileges.Reading.Except(granted).ToList();
        return ProofFinding.Of(
            missing.Count == 0,
            missing.Count == 0 ? $"Granted: {string.Join(", ", granted)}." : $"Not granted: {string.Join(", ", missing)}.");
    }

    // Null, a missing entity or a missing list means not granted (facts.md#5.3).
    private static List<string> GrantedIn(JsonElement answer) => answer.ValueKind != JsonValueKind.Array ? [] :
    [
        .. from entity in answer.EnumerateArray()
           where entity.TryGetProperty("privAvailability", out _)
           from privilege in entity.GetProperty("privAvailability").EnumerateArray()
           where privilege.TryGetProperty("isGranted", out var isGranted) && isGranted.ValueKind == JsonValueKind.True
           select VCenterFacts.TextOf(privilege, "privId"),
    ];

    private async Task<ProofFinding> ReadObjectsAsync(string type, string[] properties, CancellationToken cancellationToken)
    {
        var answer = await RetrieveAsync(type, properties, Sample, cancellationToken);
        if (!answer.IsSuccess)
        {
            return ProofFinding.Fail($"Refused: {answer.Describe()}.");
        }

        var objects = ObjectsIn(answer.Json);
        var denied = objects.Count(found => found.TryGetProperty("missingSet", out var missing) && missing.GetArrayLength() > 0);
        return ProofFinding.Of(denied == 0, $"Granted for {objects.Count - denied} of {objects.Count} objects of a sample of {Sample}.");
    }

    private async Task<ProofFinding> ReadAsync(string path, string what, CancellationToken cancellationToken)
    {
        var answer = await client.CallAsync(HttpMethod.Get, path, session.ViJson, cancellationToken);
        return ProofFinding.Of(answer.IsSuccess, answer.IsSuccess ? $"Granted: {answer.Count} {what}." : $"Refused: {answer.Describe()}.");
    }

    private async Task<ProofFinding> ReadEventsAsync(CancellationToken cancellationToken)
    {
        var time = await client.CallAsync(
            HttpMethod.Post, VCenterFacts.PathOf(facts.Release, $"{VCenterFacts.ServiceInstance}/CurrentTime"), session.ViJson, cancellationToken);
        var text = time.Json is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end) || end.Year < 1971)
        {
            return ProofFinding.Fail($"CurrentTime answers {time.Describe()}, without a time.");
        }

        var answer = await PostAsync(
            facts.Of("eventManager", "QueryEvents"),
            new JsonObject
            {
                ["filter"] = new JsonObject
                {
                    ["_typeName"] = "EventFilterSpec",
                    ["time"] = new JsonObject { ["_typeName"] = "EventFilterSpecByTime", ["beginTime"] = Wire(end.AddHours(-1)), ["endTime"] = Wire(end) },
                    ["maxCount"] = Sample,
                },
            },
            cancellationToken);
        return ProofFinding.Of(answer.IsSuccess, answer.IsSuccess ? $"Granted: {answer.Count} events in the last hour, {Sample} at most." : $"Refused: {answer.Describe()}.");
    }

    /// <summary>Optional for Pulse: it assumes the smallest known limit.</summary>
    private async Task<ProofFinding> ReadOptionsAsync(CancellationToken cancellationToken)
    {
        var answer = await PostAsync(facts.Of("setting", "QueryOptions"), new JsonObject { ["name"] = "config.vpxd.stats.maxQueryMetrics" }, cancellationToken);
        var value = answer is { IsSuccess: true, Count: > 0 } && answer.Json[0].TryGetProperty("value", out var option) ? BoxedValue.Unwrap(option).ToString() : "none";
        return ProofFinding.Pass(answer.IsSuccess ? $"Granted: maxQueryMetrics {value}." : $"Refused: {answer.Describe()}.");
    }

    private async Task<ProofFinding> ReadListsAsync(ProofSheet sheet, CancellationToken cancellationToken)
    {
        var findings = new List<string>();
        var passed = true;
        foreach (var kind in new[] { "host", "vm", "datastore" })
        {
            var answer = await client.CallAsync(HttpMethod.Get, $"/api/vcenter/{kind}", session.Automation, cancellationToken);
            // A vCenter that exceeds the limit of a list reports this, and is read by VI JSON (facts.md#1.17).
            var isBeyondLimit = answer.ErrorType == ErrorTypes.UnableToAllocateResource;
            passed &= answer.IsSuccess || isBeyondLimit;
            findings.Add(answer.IsSuccess ? $"{kind}: {answer.Count}" : $"{kind}: {answer.Describe()}");
            if (kind == "vm")
            {
                sheet.Note(VCenterRows.MemoryMember, MemoryMemberIn(answer.Json));
            }
        }

        return ProofFinding.Of(passed, $"{string.Join(", ", findings)}.");
    }

    private static ProofFinding MemoryMemberIn(JsonElement machines)
    {
        var names = machines.ValueKind == JsonValueKind.Array
            ? machines.EnumerateArray().SelectMany(machine => machine.EnumerateObject()).Select(member => member.Name)
                .Where(name => name.StartsWith("memory_size", StringComparison.Ordinal)).Distinct().ToList()
            : [];
        return names.Count == 0 ? ProofFinding.NotRun("No machine in the list has a memory size.") : ProofFinding.Pass($"{string.Join(" and ", names)}.");
    }

    /// <summary>Optional for Pulse: an account with a role in vCenter has no rights on the appliance.</summary>
    private async Task<ProofFinding> ReadApplianceAsync(CancellationToken cancellationToken)
    {
        var answer = await client.CallAsync(HttpMethod.Get, "/api/appliance/system/version", session.Automation, cancellationToken);
        return ProofFinding.Pass(answer.IsSuccess ? $"Granted: version {VCenterFacts.TextOf(answer.Json, "version")}." : $"Refused: {answer.Describe()}.");
    }

    private async Task<ProofFinding> AskPageSizeAsync(CancellationToken cancellationToken)
    {
        var answer = await RetrieveAsync("VirtualMachine", ["name"], maxObjects: null, cancellationToken);
        if (!answer.IsSuccess)
        {
            return ProofFinding.Fail($"Refused: {answer.Describe()}.");
        }

        var token = VCenterFacts.TextOf(answer.Json, "token");
        if (token.Length > 0)
        {
            await PostAsync(facts.Of("propertyCollector", "CancelRetrievePropertiesEx"), new JsonObject { ["token"] = token }, cancellationToken);
        }

        return ProofFinding.Pass($"{ObjectsIn(answer.Json).Count} objects on the first page; {(token.Length > 0 ? "there are more" : "that is all")}.");
    }

    private async Task<RawAnswer> RetrieveAsync(string type, string[] properties, int? maxObjects, CancellationToken cancellationToken)
    {
        if (_view is null)
        {
            var created = await PostAsync(
                facts.Of("viewManager", "CreateContainerView"),
                new JsonObject
                {
                    ["container"] = facts.Reference("rootFolder"),
                    ["type"] = new JsonArray([.. Kinds.Select(kind => JsonValue.Create(kind))]),
                    ["recursive"] = true,
                },
                cancellationToken);
            if (!created.IsSuccess)
            {
                return created;
            }

            _view = VCenterFacts.Reference(VCenterFacts.TextOf(created.Json, "type"), VCenterFacts.TextOf(created.Json, "value"));
        }

        return await PostAsync(facts.Of("propertyCollector", "RetrievePropertiesEx"), RetrieveBody(type, properties, maxObjects), cancellationToken);
    }

    private JsonObject RetrieveBody(string type, string[] properties, int? maxObjects)
    {
        var options = new JsonObject { ["_typeName"] = "RetrieveOptions" };
        if (maxObjects is not null)
        {
            options["maxObjects"] = maxObjects;
        }

        return new JsonObject
        {
            ["specSet"] = new JsonArray(new JsonObject
            {
                ["_typeName"] = "PropertyFilterSpec",
                ["propSet"] = new JsonArray(new JsonObject
                {
                    ["_typeName"] = "PropertySpec",
                    ["type"] = type,
                    ["pathSet"] = new JsonArray([.. properties.Select(property => JsonValue.Create(property))]),
                }),
                ["objectSet"] = new JsonArray(new JsonObject
                {
                    ["_typeName"] = "ObjectSpec",
                    ["obj"] = _view!.DeepClone(),
                    ["skip"] = true,
                    ["selectSet"] = new JsonArray(new JsonObject
                    {
                        ["_typeName"] = "TraversalSpec",
                        ["name"] = "view",
                        ["type"] = "ContainerView",
                        ["path"] = "view",
                        ["skip"] = false,
                    }),
                }),
            }),
            ["options"] = options,
        };
    }

    private Task<RawAnswer> PostAsync(string path, JsonObject body, CancellationToken cancellationToken) =>
        client.CallAsync(HttpMethod.Post, path, session.ViJson, cancellationToken, body);

    private static List<JsonElement> ObjectsIn(JsonElement page) =>
        page.ValueKind == JsonValueKind.Object && page.TryGetProperty("objects", out var objects) ? [.. objects.EnumerateArray()] : [];

    private static string Wire(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture);
}
