using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Pipeline.Domain.Audit;
using Pipeline.Domain.Common;

namespace Pipeline.Infrastructure.Persistence.Model;

internal sealed class AuditConfiguration
    : IEntityTypeConfiguration<AuditEntry>,
        IEntityTypeConfiguration<AuditHead>,
        IEntityTypeConfiguration<AuditVerification>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.HasKey(e => e.Sequence);
        builder.Property(e => e.Sequence).ValueGeneratedNever();
        builder.Property(e => e.RequestId).HasMaxLength(AuditEntry.RequestIdLength);
        // As codes, which the hash is taken of: a table that says something by itself, whatever order the members have.
        builder.Property(e => e.Kind).HasConversion(Code<AuditKind>()).HasMaxLength(Limits.Code);
        builder.Property(e => e.Action).HasConversion(Code<AuditAction>()).HasMaxLength(Limits.Code);
        builder.Property(e => e.EntityId).HasMaxLength(Limits.Code);
        builder.Property(e => e.PreviousHash).HasMaxLength(AuditEntry.HashLength);
        builder.Property(e => e.Hash).HasMaxLength(AuditEntry.HashLength);
        builder.HasIndex(e => new { e.ProjectId, e.Sequence });
    }

    public void Configure(EntityTypeBuilder<AuditHead> builder)
    {
        builder.ToTable("AuditHeads");
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Entries).IsConcurrencyToken();
        builder.Property(h => h.LastHash).HasMaxLength(AuditEntry.HashLength);
        builder.HasData(
            new
            {
                Id = AuditHead.TheOne,
                Entries = 0L,
                LastHash = AuditEntry.Genesis,
                RecordedAt = DateTimeOffset.UnixEpoch,
            }
        );
    }

    public void Configure(EntityTypeBuilder<AuditVerification> builder)
    {
        builder.ToTable("AuditVerifications");
        builder.Property(v => v.Id).ValueGeneratedNever();
    }

    private static ValueConverter<T, string> Code<T>()
        where T : struct, Enum => new(value => Codes.Of(value), code => Read<T>(code));

    // What is no code was put there by somebody else: it becomes no member, and verification says so.
    private static T Read<T>(string code)
        where T : struct, Enum => Codes.TryParse<T>(code, out var value) ? value : default;
}
