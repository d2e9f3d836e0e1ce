namespace Pulse.Providers.VMware.Contract.Document;

internal sealed record RuleEntry(Dictionary<string, string> PrimitiveBoxes, Dictionary<string, string> ArrayBoxes);
