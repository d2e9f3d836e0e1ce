using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Pulse.PlatformConnections.Platforms;
using Pulse.PlatformConnections.Proving;
using Pulse.Simulation;
using Pulse.Testing;

namespace Pulse.Host.Tests.Governance;

/// <summary>The proof matrix is true: the named evidence exists, and no row has a level without evidence of its kind.</summary>
public sealed class ProofMatrixTests
{
    [Fact]
    public void Every_row_is_named_once_and_has_a_date()
    {
        ProofMatrix.Rows.Should().HaveCountGreaterThan(40);
        ProofMatrix.Rows.Select(row => row.Id).Should().OnlyHaveUniqueItems();
        ProofMatrix.Rows.Where(row => !DateOnly.TryParseExact(row.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)).Should().BeEmpty();
    }

    [Fact]
    public void A_level_has_evidence_of_its_kind_and_what_is_named_exists() =>
        ProofMatrix.Rows.SelectMany(FaultsOf).Should().BeEmpty();

    [Theory]
    [InlineData("| `a` | What | `proven` | | | 2026-11-29 |", "proven without a record")]
    [InlineData("| `a` | What | `proven` | record: 2026-01-01-none.json | `polls` | 2026-01-01 |", "no such record")]
    [InlineData("| `a` | What | `simulated` | | | 2026-11-29 |", "simulated without a test")]
    [InlineData("| `a` | What | `simulated` | test: ProofMatrixTests.No_such_test | | 2026-11-29 |", "no such test")]
    [InlineData("| `a` | What | `measured` | benchmark: NoSuchBenchmark | | 2026-11-29 |", "no such benchmark")]
    [InlineData("| `a` | What | `documented only` | test: ProofMatrixTests.Every_row_is_named_once_and_has_a_date | | 2026-11-29 |", "documented only with evidence")]
    [InlineData("| `a` | What | `surely` | | | 2026-11-29 |", "no level")]
    public void A_wrong_row_is_found(string line, string fault) =>
        FaultsOf(ProofMatrix.Read(line).Single()).Should().ContainSingle().Which.Should().Contain(fault);

    [Fact]
    public async Task Every_row_that_a_proof_asks_is_in_the_matrix()
    {
        await using var host = PulseHost.Start();
        var asked = host.Services.GetServices<IPlatformProof>().SelectMany(proof => proof.Rows)
            .Concat(SharedRows.First).Concat(SharedRows.Last).Select(row => row.Id).ToList();

        asked.Should().HaveCountGreaterThan(30).And.OnlyHaveUniqueItems();
        ProofMatrix.Rows.SelectMany(row => row.AskedBy).Distinct().Should().BeEquivalentTo(asked);
    }

    [Fact]
    public void Every_simulated_release_is_a_row() =>
        ProofMatrix.Rows.Where(row => row.Id.StartsWith("release_", StringComparison.Ordinal)).Select(row => row.Id["release_".Length..].Replace('_', '.'))
            .Should().BeEquivalentTo(VCenterProfile.All.Where(profile => profile is { VimJson: true, IsHost: false }).Select(profile => profile.Release).Distinct());

    [Fact]
    public async Task The_platform_says_of_each_release_what_the_matrix_says()
    {
        await using var host = PulseHost.Start();
        var platform = host.Services.GetServices<IPlatformProvider>().Single(provider => provider.Platform.Key == "vmware").Platform;

        ProofMatrix.Rows.Where(row => row.Id.StartsWith("release_", StringComparison.Ordinal)).Select(row => (row.Id, row.Level)).Should().BeEquivalentTo(
            platform.ReleaseProofs.Select(proof => ($"release_{proof.Release.Replace('.', '_')}", proof.Level switch
            {
                ProofLevel.Proven => ProofMatrix.Proven,
                ProofLevel.Simulated => ProofMatrix.Simulated,
                _ => ProofMatrix.DocumentedOnly,
            })));
        platform.ProofPage.Should().Be(File.ReadAllText(Repository.PathOf("docs", "vmware", "proof-matrix.md")));
    }

    [Fact]
    public void Every_unknown_of_the_facts_is_a_row()
    {
        var facts = File.ReadAllText(Repository.PathOf("docs", "vmware", "facts.md"));
        var section = facts.Split('\n').SkipWhile(line => !line.EndsWith("Unknown, to check on a live system", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => !line.StartsWith('#'));
        var unknowns = section.Where(line => line.StartsWith("- <a id=", StringComparison.Ordinal)).Select(line => $"unknown_{line.Split('"')[1].Split('.')[1]}");

        ProofMatrix.Rows.Select(row => row.Id).Where(id => id.StartsWith("unknown_", StringComparison.Ordinal)).Should().BeEquivalentTo(unknowns);
    }

    internal static IEnumerable<string> FaultsOf(MatrixRow row)
    {
        var kinds = row.Evidence.Select(evidence => evidence.Kind).ToHashSet();
        var needed = row.Level switch
        {
            ProofMatrix.Proven => "record",
            ProofMatrix.Simulated => "test",
            ProofMatrix.Measured => "benchmark",
            ProofMatrix.DocumentedOnly => null,
            _ => "no level",
        };
        if (needed == "no level")
        {
            yield return $"{row.Id}: '{row.Level}' is no level.";
        }
        else if (needed is null && kinds.Count > 0)
        {
            yield return $"{row.Id}: documented only with evidence.";
        }
        else if (needed is not null && !kinds.Contains(needed))
        {
            yield return $"{row.Id}: {row.Level} without a {needed}.";
        }

        foreach (var (kind, name) in row.Evidence.Where(evidence => !Exists(evidence, row)))
        {
            yield return $"{row.Id}: no such {kind}: {name}.";
        }
    }

    private static bool Exists((string Kind, string Name) evidence, MatrixRow row) => evidence.Kind switch
    {
        "test" => TestIndex.Has(evidence.Name),
        "benchmark" => File.Exists(Repository.PathOf("tests", "Pulse.Benchmarks", $"{evidence.Name}.cs")),
        "record" => RecordPasses(evidence.Name, row),
        _ => false,
    };

    // A record shows a row if it has the same day, and every row of the record that answers the row passed.
    private static bool RecordPasses(string name, MatrixRow row)
    {
        var file = Repository.PathOf("docs", "vmware", "records", name);
        if (!File.Exists(file) || !name.StartsWith(row.Date, StringComparison.Ordinal))
        {
            return false;
        }

        var passed = JsonNode.Parse(File.ReadAllText(file))!["rows"]!.AsArray()
            .Where(answer => answer!["outcome"]!.GetValue<string>() == "pass").Select(answer => answer!["id"]!.GetValue<string>());
        return row.AskedBy.Count > 0 && row.AskedBy.All(passed.Contains);
    }
}
