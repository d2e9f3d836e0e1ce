using System.Text.Json;
using Pulse.Providers.VMware.Contract.Model;

namespace Pulse.Providers.VMware.Contract.Checking;

/// <summary>Checks the answer of a vCenter.</summary>
internal sealed class AnswerCheck(BodyCheck bodies, TypeGraph types)
{
    private const int Ok = 200;
    private const int NoContent = 204;
    private const int ServerError = 500;
    private const string AuthenticationRequired = "AuthenticationRequired";

    private readonly ContractType _fault = types.Find("MethodFault")!;
    private readonly ContractType _authenticationRequired = types.Find(AuthenticationRequired)!;

    public IReadOnlyList<Finding> Check(ContractCall call, Answer answer)
    {
        var findings = new Findings(call);
        var operation = call.Operation!;
        CheckContentType(findings, answer);
        if (answer.Status is >= 200 and < 300)
        {
            CheckSuccess(findings, operation, answer);
        }
        else if (operation.IsVim)
        {
            CheckFault(findings, answer);
        }
        else
        {
            CheckError(findings, operation, answer);
        }

        return findings.Found;
    }

    private static void CheckContentType(Findings findings, Answer answer)
    {
        if (answer.ContentType is { } type && !answer.Body.IsEmpty && !type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
        {
            findings.AddAt("header", $"The content type is {type}; application/json is expected.");
        }
    }

    private void CheckSuccess(Findings findings, ContractOperation operation, Answer answer)
    {
        if (IsNull(answer))
        {
            if (operation.Result is { } missing && !operation.IsNullable)
            {
                findings.Add($"The answer is null; {missing} is expected.");
            }
            else if (operation.Result is null && answer.Status != NoContent)
            {
                findings.AddAt("status", $"{operation.Id} answers {NoContent}, not {answer.Status}.");
            }

            return;
        }

        if (operation.Result is not { } result)
        {
            findings.Add($"{operation.Id} answers without a body.");
            return;
        }

        if (!operation.Statuses.Contains(answer.Status))
        {
            findings.AddAt("status", $"{operation.Id} answers {string.Join(" or ", operation.Statuses)}, not {answer.Status}.");
        }

        using var body = JsonBody.Parse(answer.Body, findings);
        if (body is null)
        {
            return;
        }

        bodies.CheckValue(findings, body.RootElement, result);
        if (body.RootElement.ValueKind is JsonValueKind.Array && body.RootElement.GetArrayLength() > operation.Limit)
        {
            findings.Add($"{operation.Id} lists at most {operation.Limit} items.");
        }
    }

    // The three forms of null.
    private static bool IsNull(Answer answer) =>
        answer.Status == NoContent || (answer.Status == Ok && (answer.Body.IsEmpty || answer.Body.Span.Trim(" \t\r\n"u8).SequenceEqual("null"u8)));

    private void CheckFault(Findings findings, Answer answer)
    {
        switch (answer.Status)
        {
            case ServerError:
                if (CheckBody(findings, answer, _fault) == AuthenticationRequired)
                {
                    findings.AddAt("status", $"{AuthenticationRequired} is answered with 400, 401 or 403, not with 500.");
                }

                break;
            case 400 or 401 or 403 when findings.Release >= _authenticationRequired.Since:
                CheckBody(findings, answer, _authenticationRequired);
                if (answer.Challenge is null)
                {
                    findings.AddAt("header", $"{AuthenticationRequired} comes with the header WWW-Authenticate.");
                }

                break;
            default:
                findings.AddAt("status", $"The status {answer.Status} is not documented.");
                break;
        }
    }

    private void CheckError(Findings findings, ContractOperation operation, Answer answer)
    {
        if (operation.Errors.TryGetValue(answer.Status, out var type))
        {
            CheckBody(findings, answer, type);
        }
        else
        {
            findings.AddAt("status", $"The status {answer.Status} is not documented.");
        }
    }

    /// <summary>Checks the body against a type.</summary>
    /// <returns>The type that the body names.</returns>
    private string? CheckBody(Findings findings, Answer answer, ContractType type)
    {
        if (answer.Body.IsEmpty)
        {
            findings.Add($"The body is missing; {type.Name} is expected.");
            return null;
        }

        using var body = JsonBody.Parse(answer.Body, findings);
        if (body is null)
        {
            return null;
        }

        bodies.CheckValue(findings, body.RootElement, new(type.Name, type, IsArray: false));
        return body.RootElement.ValueKind is JsonValueKind.Object && body.RootElement.TryGetProperty(TypeGraph.Discriminator, out var name) ? name.ToString() : null;
    }
}
