using Pulse.Testing;

namespace Pulse.Host.Tests.Governance;

/// <summary>No text of the product claims more than the proof matrix shows.</summary>
public sealed class ClaimTests
{
    // These files contain the evidence for claims, the vendor's facts, or the history of decisions.
    private static readonly string[] NoClaims = ["proof-matrix.md", "execution-plan.md", "LOCAL_CAPABILITIES.md", "facts.md", "contract.md"];

    [Fact]
    public void A_page_claims_no_more_than_the_matrix_shows() =>
        Pages().SelectMany(file => Claim.BlocksOf(File.ReadAllText(file)).SelectMany(block =>
                Claim.FaultsOf(block).Select(fault => $"{Path.GetFileName(file)} {fault}: {block.Trim()}")))
            .Should().BeEmpty();

    [Fact]
    public void The_UI_and_what_it_is_drawn_from_claim_no_more_than_the_matrix_shows() =>
        UiFiles().SelectMany(file => LinesWithTheirMarkers(file).SelectMany(line =>
                Claim.FaultsOf(line).Select(fault => $"{Path.GetFileName(file)} {fault}: {line.Trim()}")))
            .Should().BeEmpty();

    [Theory]
    [InlineData("Pulse is proven on a real vCenter.")]
    [InlineData("Pulse is proven on a real vCenter. <!-- claim: real_environment -->")]
    [InlineData("It works with every vCenter. <!-- claim: release_9_1_0_0 -->")]
    [InlineData("vCenter 9.1 is supported.")]
    [InlineData("vCenter 9.1 is supported. <!-- claim: release_9_1_0_0 -->")]
    [InlineData("From 8.0 U1 on.")]
    [InlineData("Tested against a simulated vCenter.")]
    [InlineData("It is not proven. <!-- claim: no_such_row -->")]
    [InlineData("""const words = "Supported: vCenter 9.1"; // claim: release_9_1_0_0""")]
    public void A_claim_that_is_unmarked_or_says_too_much_is_found(string text) => Claim.FaultsOf(text).Should().NotBeEmpty();

    [Theory]
    [InlineData("Pulse is not yet proven on a real vCenter. <!-- claim: real_environment -->")]
    [InlineData("Tested against a simulated vCenter. <!-- claim: release_9_1_0_0 -->")]
    [InlineData("You need vCenter 8.0 U1 or later. <!-- claim: version_floor -->")]
    [InlineData("The list shows the state of each connection.")]
    [InlineData("The certificate is verified by the trust of the machine.")]
    public void An_honest_text_passes(string text) => Claim.FaultsOf(text).Should().BeEmpty();

    private static IEnumerable<string> Pages() => Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories)
        .Where(file => !file.Contains("/decisions/", StringComparison.Ordinal) && !file.Contains("/records/20", StringComparison.Ordinal))
        .Where(file => !NoClaims.Contains(Path.GetFileName(file)))
        .Append(Repository.PathOf("README.md"));

    // The server gives the level that its words depend on, and another test compares the level with the matrix.
    private const string WordsOfLevels = "Proof.tsx";

    private static IEnumerable<string> UiFiles() => new[] { "*.ts", "*.tsx", "*.html" }
        .SelectMany(kind => Directory.EnumerateFiles(Repository.PathOf("src", "Pulse.Web", "src"), kind, SearchOption.AllDirectories))
        .Where(file => !file.Contains(".test.", StringComparison.Ordinal) && !file.Contains("/testing/", StringComparison.Ordinal)
            && Path.GetFileName(file) is not ("schema.d.ts" or WordsOfLevels))
        .Append(Repository.PathOf("src", "Pulse.Providers.VMware", "VCenterDeclaration.cs"));

    // A marker is on the line or on the line before it.
    private static IEnumerable<string> LinesWithTheirMarkers(string file)
    {
        var lines = File.ReadAllLines(file);
        return lines.Select((line, at) => at > 0 && lines[at - 1].Contains("claim:", StringComparison.Ordinal) ? $"{line} {lines[at - 1].Trim()}" : line);
    }
}
