using System.Text.Json;

namespace Pulse.Providers.VMware.Contract;

/// <summary>Checks what a vCenter answered.</summary>
internal sealed class AnswerCheck(BodyWalk walk, TypeGraph types)
{
    private const int Ok = 200;
    private const int NoContent = 204;
    private const int ServerError = 500;
    private const string AuthenticationRequired = "AuthenticationRequired";

    private readonly ContractType _fault = types.Find("MethodFault")!;
    private readonly ContractType _authenticationRequired = types.Find(AuthenticationRequired)!;

    public IReadOnlyList<Deviation> Check(ContractCall call, Exchange exchange)
    {
        var findings = new Findings(call, ExchangeSide.Answer);
        var operation = call.Operation!;
        CheckContentType(findings, exchange);
        if (exchange.Status is >= 200 and < 300)
        {
            CheckSuccess(findings, operation, exchange);
        }
        else if (operation.IsVim)
        {
            CheckFault(findings, exchange);
        }
        else
        {
            CheckError(findings, operation, exchange);
        }

        return findings.Found;
    }

    private static void CheckContentType(Findings findings, Exchange exchange)
    {
        if (exchange.ContentType is { } type && !exchange.ResponseBody.IsEmpty && !type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
        {
            findings.AddAt("header", $"The content type is {type}; application/json is expected.");
        }
    }

    private void CheckSuccess(Findings findings, ContractOperation operation, Exchange exchange)
    {
        if (IsNull(exchange))
        {
            if (operation.Result is { } missing && !operation.IsNullable)
            {
                findings.Add($"The answer is null; {missing} is expected.");
            }
            else if (operation.Result is null && exchange.Status != NoContent)
            {
                findings.AddAt("status", $"{operation.Id} answers {NoContent}, not {exchange.Status}.");
            }

            return;
        }

        if (operation.Result is not { } result)
        {
            findings.Add($"{operation.Id} answers without a body.");
            return;
        }

        if (!operation.Statuses.Contains(exchange.Status))
        {
            findings.AddAt("status", $"{operation.Id} answers {string.Join(" or ", operation.Statuses)}, not {exchange.Status}.");
        }

        using var body = JsonBody.Parse(exchange.ResponseBody, findings);
        if (body is null)
        {
            return;
        }

        walk.Value(findings, body.RootElement, result);
        if (body.RootElement.ValueKind is JsonValueKind.Array && body.RootElement.GetArrayLength() > operation.Limit)
        {
            findings.Add($"{operation.Id} lists at most {operation.Limit} items.");
        }
    }

    // The three forms of null.
    private static bool IsNull(Exchange exchange) =>
        exchange.Status == NoContent || (exchange.Status == Ok && (exchange.ResponseBody.IsEmpty || exchange.ResponseBody.Span.Trim(" \t\r\n"u8).SequenceEqual("null"u8)));

    private void CheckFault(Findings findings, Exchange exchange)
    {
        switch (exchange.Status)
        {
            case ServerError:
                if (Walk(findings, exchange, _fault) == AuthenticationRequired)
                {
                    findings.AddAt("status", $"{AuthenticationRequired} is answered with 400, 401 or 403, not with 500.");
                }

                break;
            case 400 or 401 or 403 when findings.Release >= _authenticationRequired.Since:
                Walk(findings, exchange, _authenticationRequired);
                if (exchange.Challenge is null)
                {
                    findings.AddAt("header", $"{AuthenticationRequired} comes with the header WWW-Authenticate.");
                }

                break;
            default:
                findings.AddAt("status", $"The status {exchange.Status} is not documented.");
                break;
        }
    }

    private void CheckError(Findings findings, ContractOperation operation, Exchange exchange)
    {
        if (operation.Errors.TryGetValue(exchange.Status, out var type))
        {
            Walk(findings, exchange, type);
        }
        else
        {
            findings.AddAt("status", $"The status {exchange.Status} is not documented.");
        }
    }

    /// <summary>Walks the body and returns the type that it names.</summary>
    private string? Walk(Findings findings, Exchange exchange, ContractType type)
    {
        if (exchange.ResponseBody.IsEmpty)
        {
            findings.Add($"The body is missing; {type.Name} is expected.");
            return null;
        }

        using var body = JsonBody.Parse(exchange.ResponseBody, findings);
        if (body is null)
        {
            return null;
        }

        walk.Value(findings, body.RootElement, new(type.Name, type, IsArray: false));
        return body.RootElement.ValueKind is JsonValueKind.Object && body.RootElement.TryGetProperty(BodyWalk.Discriminator, out var name) ? name.ToString() : null;
    }
}
