using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Pulse.Testing;

namespace Pulse.Host.Tests;

public sealed partial class ArchitectureTests
{
    private const int LongestFile = 350;

    // Only types that another project needs are public: those that register the module, and those that providers use.
    private static readonly string[] SeamNamespaces =
        ["Pulse.Access", "Pulse.Access.Audit", "Pulse.Access.Authorization", "Pulse.Access.Http", "Pulse.Access.Texts",
         "Pulse.PlatformConnections", "Pulse.PlatformConnections.Configuration", "Pulse.PlatformConnections.Platforms",
         "Pulse.PlatformConnections.Storage", "Pulse.PlatformConnections.Connecting", "Pulse.PlatformConnections.Proving", .. ProductProjects.Providers];

    public static TheoryData<string> Projects => [.. ProductProjects.All];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_its_place_allows(string project)
    {
        var file = XDocument.Load(Repository.PathOf("src", project, $"{project}.csproj"));

        var references = file.Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));

        references.Where(reference => !Allows(project, reference)).Should().BeEmpty();
    }

    private static bool Allows(string project, string reference) => project switch
    {
        "Pulse.Host" => true,
        "Pulse.Access" => false,
        "Pulse.PlatformConnections" => reference == "Pulse.Access",
        // A provider knows the shared path and its own projects, but no other provider.
        _ when IsProvider(project) => reference == "Pulse.PlatformConnections" || reference.StartsWith($"{project}.", StringComparison.Ordinal),
        // The own projects of a provider, such as the vendor's contract, reference no other project.
        _ => false,
    };

    private static bool IsProvider(string project) =>
        project.StartsWith(ProductProjects.ProviderPrefix, StringComparison.Ordinal) && !project[ProductProjects.ProviderPrefix.Length..].Contains('.');

    [Fact]
    public void Every_project_has_a_place() =>
        Directory.GetDirectories(Repository.PathOf("src")).Select(Path.GetFileName).Should()
            .BeEquivalentTo(["Pulse.Access", "Pulse.PlatformConnections", "Pulse.Host", "Pulse.Web", .. ProductProjects.Providers]);

    [Fact]
    public void The_shared_module_uses_no_provider_and_does_not_speak_of_one()
    {
        Assembly.Load("Pulse.PlatformConnections").GetReferencedAssemblies().Select(reference => reference.Name).Should()
            .NotContain(name => name!.StartsWith("Pulse.Providers", StringComparison.Ordinal));

        var shared = Sources("Pulse.PlatformConnections").Where(file => VendorWords().IsMatch(CodeOf(file)));
        shared.Select(Path.GetFileName).Should().Equal([RenamesCategory], "what is said there is said for every platform");
    }

    // It renames the only stored word of a vendor.
    private const string RenamesCategory = "20261129220000_Connections_WrongSystem.cs";

    [Fact]
    public void Types_are_internal_unless_they_belong_to_the_face_of_their_module()
    {
        var strays = ProductProjects.All
            .SelectMany(name => Assembly.Load(name).GetExportedTypes())
            .Where(type => type.Namespace is not null && !SeamNamespaces.Contains(type.Namespace))
            .Select(type => type.FullName);

        strays.Should().BeEmpty();
    }

    [Fact]
    public void Classes_are_sealed_or_static()
    {
        var open = ProductProjects.All
            .SelectMany(name => Assembly.Load(name).GetTypes())
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !type.FullName!.Contains('<'))
            .Where(type => type.FullName != "Program" && type.Namespace?.StartsWith("Pulse", StringComparison.Ordinal) == true)
            .Select(type => type.FullName);

        // A provider adds its typed fault to its own failure.
        open.Should().Equal("Pulse.PlatformConnections.Platforms.PlatformFailureException");
    }

    [Fact]
    public void No_file_is_over_350_lines_without_saying_why()
    {
        var files = Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Repository.PathOf("tests"), "*.cs", SearchOption.AllDirectories));

        var tooLong = files.Where(file => File.ReadLines(file).Skip(LongestFile).Any() && !File.ReadLines(file).First().StartsWith("// Long because", StringComparison.Ordinal));

        tooLong.Select(Path.GetFileName).Should().BeEmpty();
    }

    private static IEnumerable<string> Sources(string project) =>
        Directory.EnumerateFiles(Repository.PathOf("src", project), "*.cs", SearchOption.AllDirectories);

    // A comment may name a vendor as an example; code may not depend on a vendor.
    private static string CodeOf(string file) =>
        string.Join('\n', File.ReadLines(file).Select(line => line.TrimStart()).Where(line => !line.StartsWith("//", StringComparison.Ordinal)));

    [GeneratedRegex("vmware|vcenter|vsphere|esxi", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VendorWords();
}
