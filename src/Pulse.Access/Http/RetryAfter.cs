using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Pulse.Access.Http;

/// <summary>Gives the time that the client must wait, in a header.</summary>
internal static class RetryAfter
{
    public static void SetRetryAfter(this HttpContext context, TimeSpan wait) =>
        context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
