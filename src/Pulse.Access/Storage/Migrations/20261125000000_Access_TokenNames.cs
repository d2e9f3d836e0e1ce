using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Pulse.Access.Storage.Migrations;

/// <summary>
/// An index makes the names of active tokens unique: the column is null for tokens that hold no name, and no database compares nulls as equal.
/// <see cref="Tokens.TokenNames.AssignAsync"/> gives existing tokens their names: SQL does not know the case of all letters.
/// </summary>
[DbContext(typeof(AccessDbContext))]
[Migration("20261125000000_Access_TokenNames")]
internal sealed class AccessTokenNames : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("ActiveName", "ApiTokens", nullable: true);
        migrationBuilder.CreateIndex("IX_ApiTokens_ActiveName", "ApiTokens", "ActiveName", unique: true);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("IX_ApiTokens_ActiveName", "ApiTokens");
        migrationBuilder.Sql("""ALTER TABLE "ApiTokens" DROP COLUMN "ActiveName";""");
    }

    protected override void BuildTargetModel(ModelBuilder modelBuilder) => Describe(modelBuilder);

    /// <summary>The model after this migration. Never changed; the next migration describes its own model.</summary>
    public static void Describe(ModelBuilder modelBuilder)
    {
        AccessInitialModel.Describe(modelBuilder);
        modelBuilder.Entity(typeof(ApiToken).FullName!, token =>
        {
            token.Property<string>("ActiveName");
            token.HasIndex("ActiveName").IsUnique();
        });
    }
}
