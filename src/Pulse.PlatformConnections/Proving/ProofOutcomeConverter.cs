using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulse.PlatformConnections.Proving;

internal sealed class ProofOutcomeConverter() : JsonStringEnumConverter<ProofOutcome>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);
