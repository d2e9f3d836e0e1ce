using System.Text.RegularExpressions;

namespace Pulse.Host.Tests;

/// <summary><c>eng/new-platform.sh</c> writes a platform that builds without a warning and passes its tests.</summary>
public sealed partial class NewPlatformTests(RepositoryCopy untouched) : IClassFixture<RepositoryCopy>
{
    private const string Script = "eng/new-platform.sh";

    [Fact]
    [Trait("Category", "Slow")]
    public async Task A_new_platform_builds_and_passes_its_tests()
    {
        using var copy = new RepositoryCopy();

        var written = await copy.RunAsync("bash", Script, "Rack9");
        written.ExitCode.Should().Be(0, written.Output);
        written.Output.Should().Contain("eng/test.sh Pulse.Providers.Rack9\n").And.Contain("The UI needs no code");

        // In locked mode, as in CI: the script has brought each lock file up to date.
        var built = await copy.RunAsync(
            "dotnet", "build", "tests/Pulse.Providers.Rack9.Tests", "--disable-build-servers", "-nologo", "-p:BuildWebUi=false", "-p:RestoreLockedMode=true");
        built.ExitCode.Should().Be(0, built.Output);

        var tested = await copy.RunAsync(
            "dotnet", copy.PathOf("artifacts", "bin", "Pulse.Providers.Rack9.Tests", "debug", "Pulse.Providers.Rack9.Tests.dll"), "-noColor");
        tested.ExitCode.Should().Be(0, tested.Output);
        var counts = Summary().Match(tested.Output);
        int.Parse(counts.Groups["total"].Value).Should().BePositive(tested.Output);
        counts.Groups["others"].Value.Should().Be("Errors: 0, Failed: 0, Skipped: 0, Not Run: 0");
    }

    [Theory]
    [InlineData("rack", "Start with a capital letter")]
    [InlineData("9Rack", "Start with a capital letter")]
    [InlineData("My Rack", "use the letters A to Z and digits only")]
    [InlineData("Rack\nNine", "use the letters A to Z and digits only")]
    [InlineData("Räck", "use the letters A to Z and digits only")]
    [InlineData("../Rack", "use the letters A to Z and digits only")]
    [InlineData("", "use the letters A to Z and digits only")]
    [InlineData("VMware", "Choose another name")]
    [InlineData("Vmware", "Choose another name")]
    [InlineData("Box", "Choose another name")]
    [InlineData("VMware9", "Choose a name with other letters")]
    public async Task A_name_that_cannot_be_used_is_refused_with_a_remedy_and_nothing_is_written(string name, string remedy)
    {
        var before = untouched.Files;

        var refused = await untouched.RunAsync("bash", Script, name);

        refused.ExitCode.Should().Be(2);
        refused.Output.Should().StartWith("eng/new-platform.sh: ").And.Contain(remedy);
        untouched.Files.Should().Equal(before);
    }

    [Fact]
    public async Task Without_a_name_the_script_shows_an_example() =>
        (await untouched.RunAsync("bash", Script)).Should().Be((2, "eng/new-platform.sh: Give one name, for example: eng/new-platform.sh TrueNas\n"));

    [GeneratedRegex("Total: (?<total>[0-9]+), (?<others>Errors: .*), Time:", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Summary();
}
