using System.Text.Json;

namespace Pulse.Simulation;

/// <summary>One request from the count to the answer: fault rules first, then the API family.</summary>
internal sealed class RequestPipeline(VCenterState vcenter)
{
    private readonly VimJsonApi _vimJson = new(vcenter);
    private readonly AutomationApi _automation = new(vcenter);

    public async Task HandleAsync(HttpContext http)
    {
        var operation = RequestLog.OperationOf(http.Request);
        vcenter.Requests.Count(operation);
        if (vcenter.Watch is { } watch)
        {
            await watch.ReadAsync(http);
        }

        string? token = http.Request.Headers[SignIn.SessionHeader];
        await (vcenter.Faults.Next(new(operation, http.Request.Path.Value ?? "", token)) is { } fault
            ? fault.RunAsync(vcenter, http, () => ServeAsync(http))
            : ServeAsync(http));
    }

    private Task ServeAsync(HttpContext http) => vcenter.Watch is { } watch ? watch.ServeAsync(http, () => AnswerAsync(http)) : AnswerAsync(http);

    private async Task AnswerAsync(HttpContext http)
    {
        try
        {
            await RouteAsync(http);
        }
        catch (VimFaultException failure)
        {
            http.Response.Headers.WWWAuthenticate = failure.Fault.Challenge;
            await Answer.JsonAsync(vcenter, http, failure.Fault.Status, failure.Fault.Write);
        }
        catch (NotSimulatedException failure)
        {
            UndocumentedAnswer.Set(http);
            await Answer.TextAsync(vcenter, http, StatusCodes.Status501NotImplemented, "text/plain", failure.Message);
        }
        catch (AutomationException failure)
        {
            await failure.WriteAsync(vcenter, http);
        }
        catch (JsonException failure)
        {
            await Answer.TextAsync(vcenter, http, StatusCodes.Status400BadRequest, "text/plain", failure.Message);
        }
    }

    private Task RouteAsync(HttpContext http)
    {
        var path = http.Request.Path;
        if (path == "/sdk/vimServiceVersions.xml" && HttpMethods.IsGet(http.Request.Method))
        {
            return Answer.TextAsync(vcenter, http, StatusCodes.Status200OK, "text/xml", ServiceVersions.Xml(vcenter.Profile));
        }

        if (path.StartsWithSegments("/sdk", StringComparison.Ordinal))
        {
            return _vimJson.HandleAsync(http);
        }

        return path.StartsWithSegments("/api", StringComparison.Ordinal) ? _automation.HandleAsync(http) : Answer.StatusAsync(http, StatusCodes.Status404NotFound);
    }
}
