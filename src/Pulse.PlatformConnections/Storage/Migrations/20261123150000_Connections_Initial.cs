using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Pulse.PlatformConnections.Storage.Migrations;

/// <summary>Connections, their poll health, refused logins and the module's own keys.</summary>
[DbContext(typeof(ConnectionsDbContext))]
[Migration("20261123150000_Connections_Initial")]
internal sealed class Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "Connections",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Platform = table.Column<string>(nullable: false),
                Name = table.Column<string>(nullable: false),
                NormalizedName = table.Column<string>(nullable: false),
                Host = table.Column<string>(nullable: false),
                Port = table.Column<int>(nullable: false),
                UseHttps = table.Column<bool>(nullable: false),
                InsecureSkipVerify = table.Column<bool>(nullable: false),
                CertificateThumbprint = table.Column<string>(nullable: true),
                NormalizedAccount = table.Column<string>(nullable: false),
                Texts = table.Column<string>(nullable: false),
                ProtectedSecrets = table.Column<string>(nullable: false),
                Enabled = table.Column<bool>(nullable: false),
                PollIntervalSeconds = table.Column<int>(nullable: false),
                CreatedAt = table.Column<DateTime>(nullable: false),
                UpdatedAt = table.Column<DateTime>(nullable: false),
                Version = table.Column<int>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_Connections", row => row.Id));

        migrationBuilder.CreateTable(
            name: "PollHealth",
            columns: table => new
            {
                ConnectionId = table.Column<Guid>(nullable: false),
                Outcome = table.Column<string>(nullable: true),
                SuspendedReason = table.Column<string>(nullable: true),
                LastAttemptAt = table.Column<DateTime>(nullable: true),
                LastSuccessAt = table.Column<DateTime>(nullable: true),
                LastFailureAt = table.Column<DateTime>(nullable: true),
                NextAttemptAt = table.Column<DateTime>(nullable: true),
                ConsecutiveFailures = table.Column<int>(nullable: false),
                LastDurationMs = table.Column<long>(nullable: true),
                LastError = table.Column<string>(nullable: true),
                Recent = table.Column<string>(nullable: false),
                Observed = table.Column<string>(nullable: true),
                Revision = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_PollHealth", row => row.ConnectionId);
                table.ForeignKey(
                    "FK_PollHealth_Connections_ConnectionId", row => row.ConnectionId, "Connections", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "RefusedLogins",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                Endpoint = table.Column<string>(nullable: false),
                SystemId = table.Column<string>(nullable: true),
                Account = table.Column<string>(nullable: false),
                SecretHash = table.Column<string>(nullable: false),
                At = table.Column<DateTime>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_RefusedLogins", row => row.Id));

        migrationBuilder.CreateTable(
            name: "ProtectedKeys",
            columns: table => new
            {
                Name = table.Column<string>(nullable: false),
                Value = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_ProtectedKeys", row => row.Name));

        migrationBuilder.CreateIndex("IX_Connections_Platform_NormalizedName", "Connections", ["Platform", "NormalizedName"], unique: true);
        migrationBuilder.CreateIndex(
            "IX_Connections_Platform_Host_Port_NormalizedAccount",
            "Connections",
            ["Platform", "Host", "Port", "NormalizedAccount"],
            unique: true);
        migrationBuilder.CreateIndex("IX_RefusedLogins_Account", "RefusedLogins", "Account");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("ProtectedKeys");
        migrationBuilder.DropTable("RefusedLogins");
        migrationBuilder.DropTable("PollHealth");
        migrationBuilder.DropTable("Connections");
    }
}
