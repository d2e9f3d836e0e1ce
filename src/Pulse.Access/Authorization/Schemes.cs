using Microsoft.AspNetCore.Http;

namespace Pulse.Access.Authorization;

internal static class Schemes
{
    /// <summary>Picks one of the two others.</summary>
    public const string Default = "pulse";

    public const string Session = "session";

    public const string Token = "token";

    /// <summary>
    /// An Authorization header decides alone, right or wrong: a request with a bad token must not fall back to the browser's
    /// session, nor escape its antiforgery check.
    /// </summary>
    public static string Pick(HttpContext context) => context.Request.Headers.Authorization.Count > 0 ? Token : Session;
}
