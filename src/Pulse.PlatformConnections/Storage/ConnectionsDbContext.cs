using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Pulse.PlatformConnections.Polling;
using Pulse.PlatformConnections.Providers;
using Pulse.PlatformConnections.Testing;

namespace Pulse.PlatformConnections.Storage;

/// <summary>The tables of the module. Column types are left to the database, so that one model serves SQLite and PostgreSQL.</summary>
internal sealed class ConnectionsDbContext(DbContextOptions<ConnectionsDbContext> options) : DbContext(options)
{
    public DbSet<Connection> Connections => Set<Connection>();

    public DbSet<PollHealth> PollHealth => Set<PollHealth>();

    public DbSet<RefusedLogin> RefusedLogins => Set<RefusedLogin>();

    public DbSet<ProtectedKey> ProtectedKeys => Set<ProtectedKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Connection>(ConfigureConnection);
        modelBuilder.Entity<PollHealth>(ConfigurePollHealth);
        modelBuilder.Entity<RefusedLogin>(refusal =>
        {
            refusal.ToTable("RefusedLogins");
            refusal.HasIndex(row => row.Account);
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
        connection.Property(row => row.Texts).HasConversion(new JsonConverter<Dictionary<string, string>>(), new JsonComparer<Dictionary<string, string>>());
        connection.Property(row => row.ProtectedSecrets)
            .HasConversion(new JsonConverter<Dictionary<string, string>>(), new JsonComparer<Dictionary<string, string>>());
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
        health.Property(row => row.Outcome).HasConversion<string>();
        health.Property(row => row.LastError).HasConversion(new JsonConverter<Failure?>(), new JsonComparer<Failure?>());
        health.Property(row => row.Recent).HasConversion(new JsonConverter<List<RecentAttempt>>(), new JsonComparer<List<RecentAttempt>>());
        health.Property(row => row.Observed).HasConversion(new JsonConverter<Observed?>(), new JsonComparer<Observed?>());
    }

    /// <summary>SQLite orders and compares UTC times, but not times with an offset.</summary>
    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
        value => value.UtcDateTime,
        value => new DateTimeOffset(DateTime.SpecifyKind(value, DateTimeKind.Utc)));

    private sealed class JsonConverter<T>() : ValueConverter<T, string>(
        value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web),
        text => JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Web)!);

    private sealed class JsonComparer<T>() : ValueComparer<T>(
        (left, right) => JsonSerializer.Serialize(left, JsonSerializerOptions.Web) == JsonSerializer.Serialize(right, JsonSerializerOptions.Web),
        value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web).GetHashCode(StringComparison.Ordinal),
        value => value);
}
