using System.Text;

namespace Pulse.PlatformConnections.Tests.Fuzz;

/// <summary>A request that a mutation may change in every part.</summary>
internal sealed class FuzzRequest
{
    public required string Method { get; set; }

    public required string Path { get; set; }

    public string Query { get; set; } = "";

    public Sender Sender { get; set; } = Sender.Script;

    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public byte[] Body { get; set; } = [];

    public override string ToString()
    {
        var headers = string.Join("; ", Headers.Select(header => $"{header.Key}: {header.Value}"));
        return $"{Method} {Path}{Query} as {Sender}, {headers}, body {Encoding.Latin1.GetString(Body.AsSpan(0, Math.Min(Body.Length, 400)))}";
    }
}
