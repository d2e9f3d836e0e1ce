using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using WireMock.Admin.Mappings;
using WireMock.Matchers;

namespace Pulse.IntegrationTests.Support;

/// <summary>
/// Matchers of all vCenters. WireMock.Net compiles each pattern of each mapping, a plain path too, and each test loads some
/// sixty mappings: that compiling took a third of the processor time of this project.
/// </summary>
internal static class Patterns
{
    private const string Shared = "SharedRegexMatcher";

    private static readonly ConcurrentDictionary<(string Pattern, MatchBehaviour Behaviour), RegexMatcher> Matchers = new();

    /// <summary>The matcher that <see cref="CompileOnce"/> names in a mapping.</summary>
    public static IDictionary<string, Func<MatcherModel, IMatcher>> ForMappings { get; } = new Dictionary<string, Func<MatcherModel, IMatcher>>
    {
        [Shared] = model => Get((string)model.Pattern!, model.RejectOnMatch == true ? MatchBehaviour.RejectOnMatch : MatchBehaviour.AcceptOnMatch),
    };

    /// <summary>The matcher of a regular expression, which is compiled once.</summary>
    public static RegexMatcher Get(string pattern, MatchBehaviour behaviour = MatchBehaviour.AcceptOnMatch) =>
        Matchers.GetOrAdd((pattern, behaviour), key => new(key.Behaviour, key.Pattern));

    /// <summary>Lets a mapping share its patterns with all mappings that have the same ones, and compare a plain path as text.</summary>
    public static void CompileOnce(JsonNode mapping)
    {
        if (mapping["Request"]?["Path"] is JsonValue path)
        {
            mapping["Request"]!["Path"] = new JsonObject
            {
                ["Matchers"] = new JsonArray(new JsonObject { ["Name"] = nameof(ExactMatcher), ["Pattern"] = path.GetValue<string>() }),
            };
        }

        foreach (var matcher in Below(mapping).OfType<JsonObject>().Where(matcher => matcher["Name"] is JsonValue name && name.GetValue<string>() == nameof(RegexMatcher)))
        {
            matcher["Name"] = Shared;
        }
    }

    private static IEnumerable<JsonNode> Below(JsonNode node) => node switch
    {
        JsonObject members => members.Select(member => member.Value).OfType<JsonNode>().SelectMany(Below).Prepend(node),
        JsonArray items => items.OfType<JsonNode>().SelectMany(Below),
        _ => [],
    };
}
