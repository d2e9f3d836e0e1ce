namespace Pulse.Providers.VMware.Contract;

internal sealed record RuleEntry(Dictionary<string, string> PrimitiveBoxes, Dictionary<string, string> ArrayBoxes);
