using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pulse.Simulation;

/// <summary>Writes answers, straight into the response, and counts their bytes.</summary>
internal static class Answer
{
    public const string Json = "application/json";

    private static readonly JsonWriterOptions WriterOptions = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Task StatusAsync(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    public static async Task TextAsync(VCenterState vcenter, HttpContext http, int status, string contentType, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        http.Response.StatusCode = status;
        if (bytes.Length > 0)
        {
            http.Response.ContentType = contentType;
        }

        http.Response.ContentLength = bytes.Length;
        vcenter.Requests.AddBytes(bytes.Length);
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    /// <summary>Writes a null in the form that is set.</summary>
    public static Task NullAsync(VCenterState vcenter, HttpContext http) => vcenter.Faults.NullForm switch
    {
        NullForm.NoContent => StatusAsync(http, StatusCodes.Status204NoContent),
        NullForm.Literal => TextAsync(vcenter, http, StatusCodes.Status200OK, Json, "null"),
        NullForm.EmptyChunked => http.Response.StartAsync(http.RequestAborted),
        _ => TextAsync(vcenter, http, StatusCodes.Status200OK, Json, ""),
    };

    public static Task JsonAsync(VCenterState vcenter, HttpContext http, int status, Action<Utf8JsonWriter> write) =>
        JsonAsync(vcenter, http, status, json =>
        {
            write(json.Writer);
            return ValueTask.CompletedTask;
        });

    public static async Task JsonAsync(VCenterState vcenter, HttpContext http, int status, Func<JsonAnswer, ValueTask> write)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = Json;
        await using var writer = new Utf8JsonWriter(http.Response.BodyWriter, WriterOptions);
        await write(new(writer, http));
        await writer.FlushAsync(http.RequestAborted);
        vcenter.Requests.AddBytes(writer.BytesCommitted);
    }
}
