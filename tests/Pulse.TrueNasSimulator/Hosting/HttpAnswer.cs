using System.Text;

namespace Pulse.Simulation.TrueNas;

/// <summary>Writes plain HTTP answers.</summary>
internal static class HttpAnswer
{
    public static Task StatusAsync(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    public static async Task TextAsync(HttpContext http, int status, string contentType, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        http.Response.StatusCode = status;
        http.Response.ContentType = contentType;
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }
}
