using ArchUnitNET.Domain;
using ArchUnitNET.Fluent;
using ArchUnitNET.Fluent.Slices;
using ArchUnitNET.Loader;
using Pulse.Testing;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Pulse.Host.Tests;

/// <summary>
/// The order of folders: a room uses only the rooms below it. <c>docs/architecture.md</c> gives the purpose of each room. The types
/// at the root of a project may use every room, and no room uses them.
/// </summary>
public sealed class FloorTests
{
    private static readonly Dictionary<string, string[]> RoomsFromTheGroundUp = new(StringComparer.Ordinal)
    {
        ["Pulse.Access"] = ["Texts", "Storage", "Http", "Credentials", "Authorization", "Audit", "SignIn", "Tokens", "Setup"],
        ["Pulse.Host"] = ["Storage", "Starting", "Proving"],
        ["Pulse.PlatformConnections"] =
        [
            "Configuration", "Platforms", "Connecting", "Storage", "Logins", "Attempts", "Polling", "Contracts", "Documentation", "Connections", "Proving",
        ],
        ["Pulse.Providers.VMware.Contract"] = ["Document", "Model", "Checking"],
        ["Pulse.Providers.VMware"] = ["Telemetry", "Protocol", "Objects", "Http", "Sessions", "Parsing", "Inventories", "Checks", "Proving"],
    };

    private static readonly Architecture House = new ArchLoader().LoadAssemblies([.. ProductProjects.All.Select(System.Reflection.Assembly.Load)]).Build();

    public static TheoryData<string> Projects => [.. ProductProjects.All];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_room_uses_only_what_lies_below_it(string project)
    {
        var rooms = RoomsOf(project);
        var above = rooms.Select((room, floor) => Types().That().ResideInNamespaceMatching(Room(project, room)).Should().NotDependOnAny(
            Types().That().ResideInNamespaceMatching(string.Join('|', rooms[(floor + 1)..].Select(upper => Room(project, upper)).Append($"^{project}$")))));

        above.SelectMany(Violations).Should().BeEmpty();
    }

    // A constant leaves no trace in the compiled code, only the using directive of the file.
    [Theory]
    [MemberData(nameof(Projects))]
    public void No_file_imports_a_room_above_its_own(string project)
    {
        var rooms = RoomsOf(project);
        var imports = rooms.SelectMany((room, floor) => Directory
            .EnumerateFiles(Repository.PathOf("src", project, room), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => File.ReadLines(file).Where(line => rooms[(floor + 1)..].Any(upper => IsImportOf($"{project}.{upper}", line)))
                .Select(line => $"{room}/{Path.GetFileName(file)}: {line}")));

        imports.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_folders_form_a_circle(string project) =>
        Violations(SliceRuleDefinition.Slices().Matching($"{project}.(*)").Should().BeFreeOfCycles()).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_folder_is_a_room_with_its_floor(string project) =>
        Directory.GetDirectories(Repository.PathOf("src", project)).Select(Path.GetFileName).Should()
            .BeEquivalentTo(RoomsOf(project), "each folder of the project has its place in the order of the floors");

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_room_is_lived_in(string project) =>
        RoomsOf(project).Where(room => !House.Types.Any(type => type.Namespace.FullName == $"{project}.{room}")).Should().BeEmpty(
            "a rule about an empty room would hold of nothing");

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_room_has_its_purpose_in_the_architecture(string project)
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "architecture.md"));

        RoomsOf(project).Where(room => !page.Contains($"`{room}`", StringComparison.Ordinal)).Should().BeEmpty();
    }

    // A small platform is one room, and needs no order.
    private static string[] RoomsOf(string project) => RoomsFromTheGroundUp.GetValueOrDefault(project, []);

    private static bool IsImportOf(string space, string line) =>
        line.StartsWith("using ", StringComparison.Ordinal)
        && (line.Contains($" {space};", StringComparison.Ordinal) || line.Contains($" {space}.", StringComparison.Ordinal));

    private static string Room(string project, string room) => $"^{project}\\.{room}(\\..*)?$";

    private static IEnumerable<string> Violations(IArchRule rule) =>
        rule.Evaluate(House).Where(result => !result.Passed).Select(result => result.Description);
}
