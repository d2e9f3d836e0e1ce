namespace Pulse.Simulation;

/// <summary>Serves <c>/api</c>.</summary>
internal sealed class AutomationApi(VCenterState vcenter)
{
    private const string ListPrefix = "/api/vcenter/";

    private readonly SessionEndpoints _sessions = new(vcenter);
    private readonly SystemEndpoints _system = new(vcenter);

    public Task HandleAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        if (path == "/api/session")
        {
            return _sessions.HandleAsync(http);
        }

        if (vcenter.Profile.SessionRefusal is not null)
        {
            throw AutomationError.NotFound.Exception();
        }

        return (http.Request.Method, path) switch
        {
            ("POST", "/api/vcenter/system") when vcenter.Profile.Hello && http.Request.Query["action"] == "hello" => _system.HelloAsync(http),
            ("GET", "/api/appliance/system/version") => _system.VersionAsync(http),
            ("GET", _) when path.StartsWith(ListPrefix, StringComparison.Ordinal) && ObjectList.Named(path[ListPrefix.Length..]) is { } list => ListAsync(http, list),
            _ => throw AutomationError.NotFound.Exception(),
        };
    }

    public static Session SessionOf(VCenterState vcenter, HttpContext http) =>
        vcenter.Sessions.Find(http.Request.Headers[SignIn.SessionHeader], ApiFamily.Automation) ?? throw AutomationError.Unauthenticated.Exception();

    private Task ListAsync(HttpContext http, ObjectList list)
    {
        SessionOf(vcenter, http);
        var entities = list.Select(vcenter.Inventory, http.Request.Query);
        return entities.Length > list.Maximum
            ? throw AutomationError.TooMany(list.What).Exception()
            : Answer.JsonAsync(vcenter, http, StatusCodes.Status200OK, async json =>
            {
                json.Writer.WriteStartArray();
                foreach (var entity in entities)
                {
                    json.Writer.WriteStartObject();
                    json.Writer.WriteString(list.IdMember, entity.Reference.Value);
                    json.Writer.WriteString("name", entity.Name);
                    list.Write(json.Writer, entity, vcenter.Profile);
                    json.Writer.WriteEndObject();
                    await json.SendIfLargeAsync();
                }

                json.Writer.WriteEndArray();
            });
    }
}
