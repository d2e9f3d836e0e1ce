using System.Collections.Frozen;
using System.Text.Json;
using Pulse.Providers.VMware.Contract;

namespace Pulse.Providers.VMware.Proving;

/// <summary>The words that belong to the API and not to a system: types, members, enum values, privileges and releases in the vendor's description.</summary>
internal static class ApiVocabulary
{
    private static readonly Lazy<FrozenSet<string>> Words = new(Read);

    /// <summary>Whether the text is a word of the API, or a path of such words, e.g. <c>runtime.powerState</c>.</summary>
    public static bool Has(string text) => Words.Value.Contains(text) || (text.Contains('.') && text.Split('.').All(Words.Value.Contains));

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(VendorContract).Assembly.GetManifestResourceStream("contract.json")
            ?? throw new InvalidOperationException("The description of the API is missing.");
        using var document = JsonDocument.Parse(stream);
        var words = new HashSet<string>(StringComparer.Ordinal);
        Collect(document.RootElement, words);
        return words.ToFrozenSet(StringComparer.Ordinal);
    }

    private static void Collect(JsonElement element, HashSet<string> words)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                // The id of an operation consists of its type and its name.
                words.UnionWith([element.GetString()!, .. element.GetString()!.Split('.')]);
                break;

            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Collect(item, words);
                }

                break;

            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    words.Add(member.Name);
                    Collect(member.Value, words);
                }

                break;
        }
    }
}
