using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Pulse.Access.Storage.Migrations;

/// <summary>
/// One active token a name, by an index: the column is null for tokens that hold no name, and nulls differ on every database.
/// Existing tokens get their names by <see cref="Tokens.TokenNames.AssignAsync"/>: SQL does not know the case of all letters.
/// </summary>
[DbContext(typeof(AccessDbContext))]
[Migration("20261125000000_Access_TokenNames")]
internal sealed class AccessTokenNames : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("ActiveName", "ApiTokens", maxLength: 100, nullable: true);
        migrationBuilder.CreateIndex("IX_ApiTokens_ActiveName", "ApiTokens", "ActiveName", unique: true);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("IX_ApiTokens_ActiveName", "ApiTokens");
        migrationBuilder.Sql("""ALTER TABLE "ApiTokens" DROP COLUMN "ActiveName";""");
    }

    protected override void BuildTargetModel(ModelBuilder modelBuilder) => Describe(modelBuilder);

    /// <summary>The model as this migration leaves it. Never changed; the next migration describes its own.</summary>
    public static void Describe(ModelBuilder modelBuilder)
    {
        AccessInitialModel.Describe(modelBuilder);
        modelBuilder.Entity(typeof(ApiToken).FullName!, token =>
        {
            token.Property<string>("ActiveName").HasMaxLength(100);
            token.HasIndex("ActiveName").IsUnique();
        });
    }
}
