using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Pulse.Access.Storage;

internal sealed class AccessDbContext(DbContextOptions<AccessDbContext> options) : DbContext(options)
{
    public DbSet<AdminAccount> AdminAccounts => Set<AdminAccount>();

    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    public DbSet<EndedSession> EndedSessions => Set<EndedSession>();

    public DbSet<AuditRecord> AuditRecords => Set<AuditRecord>();

    // The snapshot names no provider, so the conventions of a provider other than SQLite can look like a change of the model.
    // A test compares the two instead.
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcDateTimeConverter>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<AdminAccount>(account =>
        {
            account.HasKey(a => a.UserName);
            account.Property(a => a.UserName).HasMaxLength(100);
        });

        modelBuilder.Entity<ApiToken>(token =>
        {
            token.Property(t => t.Id).ValueGeneratedNever();
            token.Property(t => t.Name).HasMaxLength(ApiToken.MaxNameLength);
            token.HasIndex(t => t.Hash).IsUnique();
            token.HasIndex(t => t.ActiveName).IsUnique();
        });

        modelBuilder.Entity<EndedSession>().Property(session => session.Id).ValueGeneratedNever();

        // No length limits: a detail that is too long must not make Pulse lose the entry.
        modelBuilder.Entity<AuditRecord>().HasKey(record => record.Id);
    }
}
