using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Pulse.Testing;

namespace Pulse.Host.Tests;

/// <summary>Each change of a model has its migration, and each module keeps its migrations in the same form.</summary>
public sealed class MigrationTests
{
    /// <summary>Every context of the product, so that a new module is held to the same.</summary>
    public static TheoryData<string> Contexts => [.. ContextTypes.Select(type => type.Name)];

    private static IEnumerable<Type> ContextTypes => ProductProjects.All
        .SelectMany(name => Assembly.Load(name).GetTypes())
        .Where(type => type.IsSubclassOf(typeof(DbContext)));

    [Theory]
    [MemberData(nameof(Contexts))]
    public async Task Every_change_of_a_model_has_its_migration(string name)
    {
        await using var context = Make(name);

        context.Database.HasPendingModelChanges().Should().BeFalse("the command for a new migration stands in CONTRIBUTING.md");
    }

    [Theory]
    [MemberData(nameof(Contexts))]
    public async Task Every_module_keeps_a_snapshot_and_a_file_for_each_migration_under_its_whole_id(string name)
    {
        await using var context = Make(name);
        var migrations = context.GetService<IMigrationsAssembly>();
        var folder = Repository.PathOf("src", context.GetType().Assembly.GetName().Name!, "Storage", "Migrations");
        var form = $"^[0-9]{{14}}_{name.Replace("DbContext", "", StringComparison.Ordinal)}_[A-Za-z]+$";

        migrations.ModelSnapshot!.GetType().Name.Should().Be($"{name}ModelSnapshot");
        File.Exists(Path.Combine(folder, $"{name}ModelSnapshot.cs")).Should().BeTrue();
        migrations.Migrations.Keys.Should().NotBeEmpty().And.OnlyContain(id => System.Text.RegularExpressions.Regex.IsMatch(id, form));
        Directory.GetFiles(folder, "*_*.cs").Select(Path.GetFileNameWithoutExtension).Should().BeEquivalentTo(migrations.Migrations.Keys);
    }

    [Fact]
    public void Both_modules_with_a_store_are_found() =>
        ContextTypes.Select(type => type.Name).Should().BeEquivalentTo("AccessDbContext", "ConnectionsDbContext");

    // No host: one whose model has a change without a migration does not start.
    private static DbContext Make(string name)
    {
        var type = ContextTypes.Single(type => type.Name == name);
        var options = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(type))!;
        return (DbContext)Activator.CreateInstance(type, options.UseSqlite("Data Source=:memory:").Options)!;
    }
}
