using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Pulse.Access.Http;

/// <summary>Says in an answer how long the client has to wait.</summary>
internal static class RetryAfter
{
    public static void SetRetryAfter(this HttpContext context, TimeSpan wait) =>
        context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
