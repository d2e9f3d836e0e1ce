using Microsoft.EntityFrameworkCore;

namespace Pulse.Access.Storage.Migrations;

/// <summary>The model after <see cref="AccessInitial"/>. Never changed; the next migration describes its own model.</summary>
internal static class AccessInitialModel
{
    public static void Describe(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity(typeof(AdminAccount).FullName!, account =>
        {
            account.Property<string>("UserName").HasMaxLength(100);
            account.Property<string>("PasswordHash").IsRequired();
            account.Property<string>("SecurityStamp").IsRequired();
            account.Property<int>("FailedCount");
            account.Property<DateTime?>("FirstFailureAt");
            account.Property<DateTime?>("LockedUntil");
            account.HasKey("UserName");
            account.ToTable("AdminAccounts");
        });

        modelBuilder.Entity(typeof(ApiToken).FullName!, token =>
        {
            token.Property<Guid>("Id");
            token.Property<string>("Name").IsRequired().HasMaxLength(100);
            token.Property<byte[]>("Hash").IsRequired();
            token.Property<string>("Scopes").IsRequired();
            token.Property<DateTime>("CreatedAt");
            token.Property<DateTime?>("ExpiresAt");
            token.Property<DateTime?>("LastUsedAt");
            token.Property<DateTime?>("RevokedAt");
            token.HasKey("Id");
            token.HasIndex("Hash").IsUnique();
            token.ToTable("ApiTokens");
        });

        modelBuilder.Entity(typeof(AuditRecord).FullName!, record =>
        {
            record.Property<long>("Id").ValueGeneratedOnAdd();
            record.Property<DateTime>("At");
            record.Property<string>("Actor").IsRequired();
            record.Property<string>("ActorAddress");
            record.Property<string>("Action").IsRequired();
            record.Property<string>("Outcome").IsRequired();
            record.Property<string>("Platform");
            record.Property<Guid?>("ConnectionId");
            record.Property<string>("ConnectionName");
            record.Property<string>("Fields").IsRequired();
            record.Property<string>("Detail");
            record.HasKey("Id");
            record.ToTable("AuditRecords");
        });
    }
}
