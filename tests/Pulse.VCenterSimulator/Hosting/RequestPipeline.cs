using System.Text;
using System.Text.Json;

namespace Pulse.Simulation;

/// <summary>Processes one request: counts it, applies the fault rules, and then calls the API family.</summary>
internal sealed class RequestPipeline(VCenterState vcenter)
{
    private readonly VimJsonApi _vimJson = new(vcenter);
    private readonly AutomationApi _automation = new(vcenter);

    public async Task HandleAsync(HttpContext http)
    {
        var operation = RequestLog.OperationOf(http.Request);
        vcenter.Requests.Count(operation);
        var request = new SimulatedRequest(operation, http.Request.Path.Value ?? "", http.Request.Headers[SignIn.SessionHeader]);
        if (vcenter.Watch is not null || vcenter.Options.KeepsRequests)
        {
            var body = await ReadAsync(http);
            vcenter.Watch?.Read(http, body);
            request = vcenter.Options.KeepsRequests ? Keep(request, http, body) : request;
        }

        await (vcenter.Faults.Next(request) is { } fault ? fault.RunAsync(vcenter, http, () => ServeAsync(http)) : ServeAsync(http));
    }

    /// <summary>Reads the whole body. The body can be read again.</summary>
    private static async Task<byte[]> ReadAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var bytes = body.ToArray();
        http.Request.Body = new MemoryStream(bytes);
        return bytes;
    }

    private SimulatedRequest Keep(SimulatedRequest request, HttpContext http, byte[] body)
    {
        var headers = http.Request.Headers;
        var kept = request with
        {
            Target = RequestLog.TargetOf(http),
            Authorization = headers.Authorization,
            UserAgent = headers.UserAgent,
            Body = Encoding.UTF8.GetString(body),
        };
        vcenter.Requests.Keep(kept);
        return kept;
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
