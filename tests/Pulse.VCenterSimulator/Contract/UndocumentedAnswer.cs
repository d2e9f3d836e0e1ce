namespace Pulse.Simulation;

/// <summary>Marks an answer that models undocumented behaviour of servers, because a switch or a profile asks for it.</summary>
internal sealed class UndocumentedAnswer
{
    private static readonly UndocumentedAnswer Mark = new();

    private UndocumentedAnswer()
    {
    }

    public static void Set(HttpContext http) => http.Features.Set(Mark);
}
