using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Pulse.PlatformConnections.Storage.Migrations;

/// <summary>
/// The model after the last migration, written by hand and without a database's own types, so that a test can
/// find on each database whether a change of the model lacks its migration.
/// </summary>
[DbContext(typeof(ConnectionsDbContext))]
internal sealed class ConnectionsDbContextModelSnapshot : ModelSnapshot
{
    private const string ConnectionEntity = "Pulse.PlatformConnections.Storage.Connection";
    private const string HealthEntity = "Pulse.PlatformConnections.Storage.PollHealth";

    protected override void BuildModel(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity(ConnectionEntity, connection =>
        {
            connection.Property<Guid>("Id").ValueGeneratedNever();
            connection.Property<string>("Platform").IsRequired();
            connection.Property<string>("Name").IsRequired();
            connection.Property<string>("NormalizedName").IsRequired();
            connection.Property<string>("Host").IsRequired();
            connection.Property<int>("Port");
            connection.Property<bool>("UseHttps");
            connection.Property<bool>("InsecureSkipVerify");
            connection.Property<string>("CertificateThumbprint");
            connection.Property<string>("NormalizedAccount").IsRequired();
            connection.Property<string>("Texts").IsRequired();
            connection.Property<string>("ProtectedSecrets").IsRequired();
            connection.Property<bool>("Enabled");
            connection.Property<int>("PollIntervalSeconds");
            connection.Property<DateTime>("CreatedAt");
            connection.Property<DateTime>("UpdatedAt");
            connection.Property<int>("Version").IsConcurrencyToken();
            connection.HasKey("Id");
            connection.HasIndex("Platform", "NormalizedName").IsUnique();
            connection.HasIndex("Platform", "Host", "Port", "NormalizedAccount").IsUnique();
            connection.ToTable("Connections");
        });

        modelBuilder.Entity(HealthEntity, health =>
        {
            health.Property<Guid>("ConnectionId").ValueGeneratedNever();
            health.Property<string>("Outcome");
            health.Property<string>("SuspendedReason");
            health.Property<DateTime?>("LastAttemptAt");
            health.Property<DateTime?>("LastSuccessAt");
            health.Property<DateTime?>("LastFailureAt");
            health.Property<DateTime?>("NextAttemptAt");
            health.Property<int>("ConsecutiveFailures");
            health.Property<long?>("LastDurationMs");
            health.Property<string>("LastError");
            health.Property<string>("Recent").IsRequired();
            health.Property<string>("Observed");
            health.Property<int>("Revision").IsConcurrencyToken();
            health.HasKey("ConnectionId");
            health.ToTable("PollHealth");
            health.HasOne(ConnectionEntity, null).WithOne("Health").HasForeignKey(HealthEntity, "ConnectionId")
                .OnDelete(DeleteBehavior.Cascade).IsRequired();
        });

        modelBuilder.Entity("Pulse.PlatformConnections.Storage.RefusedLogin", refusal =>
        {
            refusal.Property<long>("Id").ValueGeneratedOnAdd();
            refusal.Property<string>("Endpoint").IsRequired();
            refusal.Property<string>("SystemId");
            refusal.Property<string>("Account").IsRequired();
            refusal.Property<string>("SecretHash").IsRequired();
            refusal.Property<DateTime>("At");
            refusal.HasKey("Id");
            refusal.HasIndex("Account");
            refusal.ToTable("RefusedLogins");
        });

        modelBuilder.Entity("Pulse.PlatformConnections.Storage.ProtectedKey", key =>
        {
            key.Property<string>("Name");
            key.Property<string>("Value").IsRequired();
            key.HasKey("Name");
            key.ToTable("ProtectedKeys");
        });
    }
}
