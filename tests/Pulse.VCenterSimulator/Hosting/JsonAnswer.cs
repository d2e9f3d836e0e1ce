using System.Text.Json;

namespace Pulse.Simulation;

/// <summary>A JSON answer while it is being written.</summary>
internal readonly record struct JsonAnswer(Utf8JsonWriter Writer, HttpContext Http)
{
    private const int EnoughToSend = 32 * 1024;

    /// <summary>Sends the written part from time to time, so that a long answer is never held in memory.</summary>
    public ValueTask SendIfLargeAsync()
    {
        if (Writer.BytesPending < EnoughToSend)
        {
            return ValueTask.CompletedTask;
        }

        Writer.Flush();
        var flush = Http.Response.BodyWriter.FlushAsync(Http.RequestAborted);
        return flush.IsCompletedSuccessfully ? ValueTask.CompletedTask : new(flush.AsTask());
    }
}
