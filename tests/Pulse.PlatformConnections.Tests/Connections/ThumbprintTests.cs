using System.Text.Json;
using Pulse.PlatformConnections.Platforms;
using Pulse.Testing;

namespace Pulse.PlatformConnections.Tests.Connections;

/// <summary>The same cases as for the form of the UI: both give the same answer for the same input.</summary>
public sealed class ThumbprintTests
{
    public static TheoryData<string, string?> Cases()
    {
        var file = Repository.PathOf("src", "Pulse.Web", "src", "platforms", "editor", "thumbprintCases.json");
        var cases = new TheoryData<string, string?>();
        foreach (var row in JsonSerializer.Deserialize<List<Case>>(File.ReadAllText(file), JsonSerializerOptions.Web)!)
        {
            cases.Add(row.Typed, row.Kept);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_thumbprint_is_read_as_people_copy_it(string typed, string? kept) =>
        (CertificateThumbprint.Parse(typed)?.ToString()).Should().Be(kept);

    private sealed record Case(string Typed, string? Kept);
}
