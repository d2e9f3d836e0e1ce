using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Pulse.Providers.VMware.Contract;

namespace Pulse.Simulation;

/// <summary>Serves <c>/sdk/vim25</c>: finds the session, the object and the member, and writes the result.</summary>
internal sealed class VimJsonApi(VCenterState vcenter)
{
    private const string FirstReleaseWithJson = "8.0.1.0";

    // facts.md#2.1: a host answers any VI JSON request with the fault of its XML parser.
    private const string ExpatFault =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\"><soapenv:Body>"
        + "<soapenv:Fault><faultcode>ServerFaultCode</faultcode><faultstring>\n\nwhile parsing SOAP envelope\nat line 1, column 0\n\n"
        + "while parsing XML\nexpat: no element found</faultstring></soapenv:Fault></soapenv:Body></soapenv:Envelope>\n";

    private static readonly VendorContract Contract = VendorContract.Load();

    private readonly HashSet<string> _releases =
        [.. vcenter.Profile.Releases.TakeWhile(release => Version.Parse(release) >= Version.Parse(FirstReleaseWithJson))];

    public async Task HandleAsync(HttpContext http)
    {
        if (!vcenter.Profile.VimJson)
        {
            UndocumentedAnswer.Set(http);
            await Answer.TextAsync(vcenter, http, StatusCodes.Status500InternalServerError, "text/xml", ExpatFault);
            return;
        }

        if (!VimPath.TryParse(http.Request.Path.Value ?? "", out var path))
        {
            await Answer.StatusAsync(http, StatusCodes.Status404NotFound);
            return;
        }

        // facts.md#3.1: moIds with brackets have to be percent-encoded.
        if (http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Contains('['))
        {
            UndocumentedAnswer.Set(http);
            await Answer.StatusAsync(http, StatusCodes.Status400BadRequest);
            return;
        }

        if (!_releases.Contains(path.Release))
        {
            UndocumentedAnswer.Set(http);
            await Answer.StatusAsync(http, vcenter.Faults.UnknownReleaseStatus);
            return;
        }

        var isMethod = HttpMethods.IsPost(http.Request.Method);
        var documented = Contract.Find(http.Request.Method, http.Request.Path.Value!);
        if (FindMember(path, isMethod) is not { } member)
        {
            await (documented is null ? Answer.StatusAsync(http, StatusCodes.Status404NotFound) : throw new NotSimulatedException(documented.Id));
            return;
        }

        await InvokeAsync(http, path, member, documented);
    }

    private async Task InvokeAsync(HttpContext http, VimPath path, VimMember member, DocumentedOperation? documented)
    {
        string? token = http.Request.Headers[SignIn.SessionHeader];
        var session = vcenter.Sessions.Find(token, ApiFamily.VimJson);
        if (session is null && !member.IsAnonymous)
        {
            throw VimFault.Refusal(vcenter.Faults.SessionRefusal, VimFault.NotAuthenticated(path.Target)).Exception();
        }

        var body = await ReadBodyAsync(http.Request);
        if (body.Length > 0 && documented is not null)
        {
            CheckBody(http, documented, body);
        }

        using var arguments = body.Length == 0 ? null : JsonDocument.Parse(body);
        RefuseUnknownSingleton(path.Target);
        RequirePrivilege(path.Target, documented);
        await WriteAsync(http, await member.Invoke(new(vcenter, http, path.Target, session, arguments?.RootElement ?? default)));
    }

    private void CheckBody(HttpContext http, DocumentedOperation documented, byte[] body)
    {
        if (documented.TakesBody)
        {
            RequestShape.Check(http, body);
        }
        else if (!vcenter.Faults.TakesNeedlessBodies)
        {
            throw VimFault.InvalidRequest($"{documented.Id} takes no body.").Exception();
        }
    }

    private void RequirePrivilege(ManagedObjectReference target, DocumentedOperation? documented)
    {
        var entity = vcenter.Inventory.Find(target.Value) ?? vcenter.Inventory.RootFolder;
        if (documented?.Privilege is { } privilege && privilege != Privileges.Anonymous && !vcenter.Inventory.PrivilegesOn(entity).Contains(privilege))
        {
            throw VimFault.NoPermission(entity.Reference, privilege).Exception();
        }
    }

    private static VimMember? FindMember(VimPath path, bool isMethod)
    {
        var (type, name) = (path.Target.Type, path.Member);
        return VimMembers.All.Find(type, isMethod, name)
            ?? (!isMethod && !name.Contains('.') && VimTypes.Is(type, "ManagedEntity") ? EntityProperty.Of(name) : null);
    }

    private static void RefuseUnknownSingleton(ManagedObjectReference target)
    {
        if (ServiceContent.MoIdOf(target.Type) is { } moId && moId != target.Value && !target.Value.StartsWith("session[", StringComparison.Ordinal))
        {
            throw VimFault.ManagedObjectNotFound(target).Exception();
        }
    }

    private static async Task<byte[]> ReadBodyAsync(HttpRequest request)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, request.HttpContext.RequestAborted);
        return buffer.ToArray();
    }

    private Task WriteAsync(HttpContext http, VimResult result)
    {
        if (result.IsVoid)
        {
            return Answer.StatusAsync(http, StatusCodes.Status204NoContent);
        }

        return result.Write is { } write ? Answer.JsonAsync(vcenter, http, StatusCodes.Status200OK, write) : Answer.NullAsync(vcenter, http);
    }
}
