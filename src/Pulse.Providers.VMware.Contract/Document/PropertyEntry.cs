using System.Text.Json;

namespace Pulse.Providers.VMware.Contract.Document;

internal sealed record PropertyEntry(string Type, bool Array, bool Nullable, string? Since, JsonElement Privilege);
