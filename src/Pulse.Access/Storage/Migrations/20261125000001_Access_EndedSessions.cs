using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Pulse.Access.Storage.Migrations;

/// <summary>The sessions that were ended early.</summary>
[DbContext(typeof(AccessDbContext))]
[Migration("20261125000001_Access_EndedSessions")]
internal sealed class AccessEndedSessions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "EndedSessions",
        table => new { Id = table.Column<Guid>(), EndedAt = table.Column<DateTime>() },
        constraints: table => table.PrimaryKey("PK_EndedSessions", row => row.Id));

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("EndedSessions");

    protected override void BuildTargetModel(ModelBuilder modelBuilder) => Describe(modelBuilder);

    /// <summary>The model after this migration. Never changed; the next migration describes its own model.</summary>
    public static void Describe(ModelBuilder modelBuilder)
    {
        AccessTokenNames.Describe(modelBuilder);
        modelBuilder.Entity(typeof(EndedSession).FullName!, session =>
        {
            session.Property<Guid>("Id");
            session.Property<DateTime>("EndedAt");
            session.HasKey("Id");
            session.ToTable("EndedSessions");
        });
    }
}
