using System.Text.Json;
using Pulse.Providers.VMware.Contract.Model;

namespace Pulse.Providers.VMware.Contract.Checking;

/// <summary>Checks the request of a client.</summary>
internal sealed class RequestCheck(BodyCheck bodies)
{
    public IReadOnlyList<Finding> Check(ContractCall call, string target, ReadOnlyMemory<byte> body)
    {
        var findings = new Findings(call);
        if (!call.IsReleaseKnown)
        {
            findings.AddAt("path", $"The contract knows no release {call.Release} with VI JSON.");
        }

        if (call.Operation is not { } operation)
        {
            findings.AddAt("path", "The contract has no such operation.");
            return findings.Found;
        }

        if (operation.Since > call.ReleaseNumber)
        {
            findings.AddAt("path", $"{operation.Id} is newer ({operation.Since}) than the release in the path.");
        }

        CheckQuery(findings, operation, target);
        CheckBody(findings, operation, body);
        return findings.Found;
    }

    private static void CheckQuery(Findings findings, ContractOperation operation, string target)
    {
        if (target.Split('?', 2) is not [_, { Length: > 0 } query] || target.EndsWith("?action=hello", StringComparison.Ordinal))
        {
            return;
        }

        var unknown = query.Split('&').Select(pair => Uri.UnescapeDataString(pair.Split('=', 2)[0])).Where(key => !operation.Query.ContainsKey(key));
        foreach (var key in unknown.Distinct())
        {
            findings.AddAt("query", $"{operation.Id} has no parameter '{key}'.");
        }
    }

    private void CheckBody(Findings findings, ContractOperation operation, ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            if (operation is { Request: not null, IsBodyRequired: true })
            {
                findings.Add("The body is missing.");
            }

            return;
        }

        if (operation.Request is not { } type)
        {
            findings.Add($"{operation.Id} takes no body.");
            return;
        }

        using var json = JsonBody.Parse(body, findings);
        if (json is null)
        {
            return;
        }

        if (json.RootElement.ValueKind is JsonValueKind.Object)
        {
            bodies.CheckMembers(findings, json.RootElement, type);
        }
        else
        {
            findings.Add("The body is not an object.");
        }
    }
}
