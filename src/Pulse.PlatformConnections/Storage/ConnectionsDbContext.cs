using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Pulse.PlatformConnections.Platforms;

namespace Pulse.PlatformConnections.Storage;

/// <summary>The tables of the module. The database chooses the column types, so that one model serves SQLite and PostgreSQL.</summary>
internal sealed class ConnectionsDbContext(DbContextOptions<ConnectionsDbContext> options) : DbContext(options)
{
    public DbSet<Connection> Connections => Set<Connection>();

    public DbSet<PollHealth> PollHealth => Set<PollHealth>();

    public DbSet<RefusedLogin> RefusedLogins => Set<RefusedLogin>();

    public DbSet<ProtectedKey> ProtectedKeys => Set<ProtectedKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<StoredTime.Required>();
        configurationBuilder.Properties<DateTimeOffset?>().HaveConversion<StoredTime.Optional>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Connection>(ConfigureConnection);
        modelBuilder.Entity<PollHealth>(ConfigurePollHealth);
        modelBuilder.Entity<RefusedLogin>(refusal =>
        {
            refusal.ToTable("RefusedLogins");
            refusal.HasIndex(row => row.Account);
            refusal.Property(row => row.At).HasConversion<StoredTime.Latest>();
        });
        modelBuilder.Entity<ProtectedKey>(key =>
        {
            key.ToTable("ProtectedKeys");
            key.HasKey(row => row.Name);
        });
    }

    private static void ConfigureConnection(EntityTypeBuilder<Connection> connection)
    {
        connection.ToTable("Connections");
        connection.Property(row => row.Id).ValueGeneratedNever();
        connection.Property(row => row.Version).IsConcurrencyToken();
        connection.Property(row => row.Texts).HasConversion(new StoredJson.Fields(), new StoredJson.Comparer<Dictionary<string, string>>());
        connection.Property(row => row.ProtectedSecrets).HasConversion(new StoredJson.Fields(), new StoredJson.Comparer<Dictionary<string, string>>());
        connection.HasIndex(row => new { row.Platform, row.NormalizedName }).IsUnique();
        connection.HasIndex(row => new { row.Platform, row.Host, row.Port, row.NormalizedAccount }).IsUnique();
        connection.HasOne(row => row.Health).WithOne().HasForeignKey<PollHealth>(row => row.ConnectionId).OnDelete(DeleteBehavior.Cascade);
    }

    private static void ConfigurePollHealth(EntityTypeBuilder<PollHealth> health)
    {
        health.ToTable("PollHealth");
        health.HasKey(row => row.ConnectionId);
        health.Property(row => row.ConnectionId).ValueGeneratedNever();
        health.Property(row => row.Revision).IsConcurrencyToken();
        health.Property(row => row.Outcome).HasConversion(new OutcomeConverter());
        health.Property(row => row.LastError).HasConversion(new StoredJson.FailureConverter(), new StoredJson.Comparer<Failure?>());
        health.Property(row => row.Recent).HasConversion(new StoredJson.Attempts(), new StoredJson.Comparer<List<RecentAttempt>>());
        health.Property(row => row.Observed).HasConversion(new StoredJson.ObservedConverter(), new StoredJson.Comparer<Observed?>());
    }

    private static AttemptOutcome? OutcomeOf(string? text) => Enum.TryParse<AttemptOutcome>(text, out var state) && Enum.IsDefined(state) ? state : null;

    /// <summary>An outcome that this version does not know is dropped.</summary>
    private sealed class OutcomeConverter() : ValueConverter<AttemptOutcome?, string?>(
        state => state == null ? null : state.Value.ToString(),
        text => OutcomeOf(text));
}
