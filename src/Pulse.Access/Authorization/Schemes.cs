using Microsoft.AspNetCore.Http;

namespace Pulse.Access.Authorization;

internal static class Schemes
{
    /// <summary>Selects one of the two other schemes.</summary>
    public const string Default = "pulse";

    public const string Session = "session";

    public const string Token = "token";

    /// <summary>
    /// If a request has an Authorization header, only this header counts: a request with a bad token must not fall back to the browser's
    /// session, nor avoid its antiforgery check.
    /// </summary>
    public static string Pick(HttpContext context) => context.Request.Headers.Authorization.Count > 0 ? Token : Session;
}
