using System.Net.Http.Headers;
using System.Text;

namespace Pulse.Simulation;

/// <summary><c>/api/session</c>: create, read, delete.</summary>
internal sealed class SessionEndpoints(VCenterState vcenter)
{
    public Task HandleAsync(HttpContext http)
    {
        if (vcenter.Profile.SessionRefusal is { } status)
        {
            UndocumentedAnswer.Set(http);
            return Answer.StatusAsync(http, status);
        }

        return http.Request.Method switch
        {
            "POST" => CreateAsync(http),
            "GET" => ReadAsync(http),
            "DELETE" => DeleteAsync(http),
            _ => throw AutomationError.NotFound.Exception(),
        };
    }

    private Task CreateAsync(HttpContext http)
    {
        if (Credentials(http.Request) is not { } credentials)
        {
            throw AutomationError.Unauthenticated.Exception();
        }

        var (outcome, session) = SignIn.Try(vcenter, http.Request, ApiFamily.Automation, credentials.UserName, credentials.Password);
        if (outcome is SignInOutcome.Full)
        {
            throw AutomationError.TooManySessions.Exception();
        }

        if (session is null)
        {
            throw AutomationError.Unauthenticated.Exception();
        }

        http.Response.Headers[SignIn.SessionHeader] = session.Token;
        return Answer.JsonAsync(vcenter, http, StatusCodes.Status201Created, writer => writer.WriteStringValue(session.Token));
    }

    private Task ReadAsync(HttpContext http)
    {
        var session = AutomationApi.SessionOf(vcenter, http);
        return Answer.JsonAsync(vcenter, http, StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("created_time", VimTime.Of(session.CreatedAt));
            writer.WriteString("last_accessed_time", VimTime.Of(session.LastActiveAt));
            writer.WriteString("user", session.UserName);
            writer.WriteEndObject();
        });
    }

    private Task DeleteAsync(HttpContext http)
    {
        vcenter.Sessions.Drop([AutomationApi.SessionOf(vcenter, http)]);
        return Answer.StatusAsync(http, StatusCodes.Status204NoContent);
    }

    private static (string UserName, string Password)? Credentials(HttpRequest request)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header) || header is not { Scheme: "Basic", Parameter: { } encoded })
        {
            return null;
        }

        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out var length))
        {
            return null;
        }

        return Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is [var userName, var password] ? (userName, password) : null;
    }
}
