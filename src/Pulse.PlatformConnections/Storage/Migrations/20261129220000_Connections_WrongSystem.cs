using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Pulse.PlatformConnections.Storage.Migrations;

/// <summary>Renames the category <c>not_vcenter</c> to <c>wrong_system</c>, also in the stored results of earlier polls.</summary>
[DbContext(typeof(ConnectionsDbContext))]
[Migration("20261129220000_Connections_WrongSystem")]
internal sealed class WrongSystem : Migration
{
    private const string Former = "\"not_vcenter\"";
    private const string Now = "\"wrong_system\"";

    protected override void Up(MigrationBuilder migrationBuilder) => Rename(migrationBuilder, Former, Now);

    protected override void Down(MigrationBuilder migrationBuilder) => Rename(migrationBuilder, Now, Former);

    private static void Rename(MigrationBuilder migrationBuilder, string from, string to)
    {
        foreach (var column in (string[])["LastError", "Observed"])
        {
            migrationBuilder.Sql($"""UPDATE "PollHealth" SET "{column}" = REPLACE("{column}", '{from}', '{to}') WHERE "{column}" LIKE '%{from}%'""");
        }
    }
}
