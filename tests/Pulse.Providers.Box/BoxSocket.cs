using System.Text.Json;
using Pulse.PlatformConnections.Connecting;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.Providers.Box;

/// <summary>Questions and answers of a box, one JSON message each.</summary>
internal sealed class BoxSocket(EndpointSocket socket, ConnectionTarget target) : IAsyncDisposable
{
    /// <summary>A required member that is missing or null is an error, and gets no default.</summary>
    public static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true };

    /// <exception cref="PlatformFailureException">The box is gone, or its answer is not such a message.</exception>
    public async Task<TAnswer> AskAsync<TAnswer>(object question, CancellationToken cancellationToken)
    {
        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(question, question.GetType(), Strict), cancellationToken);
        var message = await socket.ReceiveAsync(cancellationToken);
        try
        {
            return JsonSerializer.Deserialize<TAnswer>(message.Span, Strict) ?? throw new JsonException("The message is null.");
        }
        catch (JsonException error)
        {
            throw new PlatformFailureException(FailureCategory.Protocol, SystemText.Text(error.Message))
            {
                Sentence = $"What the box at {target.ShownEndpoint} says is no message that Pulse knows.",
            };
        }
    }

    public ValueTask DisposeAsync() => socket.DisposeAsync();
}
