using System.Text.Json;

namespace Pulse.Simulation;

/// <summary>The result of a call.</summary>
internal sealed record VimResult(Func<JsonAnswer, ValueTask>? Write, bool IsVoid = false)
{
    public static VimResult Void { get; } = new(null, IsVoid: true);

    public static VimResult Null { get; } = new(Write: null);

    public static VimResult Json(Action<Utf8JsonWriter> write) => new(json =>
    {
        write(json.Writer);
        return ValueTask.CompletedTask;
    });

    public static VimResult Reference(ManagedObjectReference reference) => Json(writer => writer.WriteReference(reference));
}
