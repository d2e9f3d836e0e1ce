using System.Text.Json;

namespace Pulse.Simulation.TrueNas;

/// <summary>A call as a rule sees it.</summary>
public sealed record SimulatedCall(string Method, bool IsScramFinal, IReadOnlyList<JsonElement> Params);
