using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pipeline.Infrastructure.Persistence.Outbox;

namespace Pipeline.Infrastructure.Persistence.Model;

internal sealed class OutboxConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("Outbox");
        builder.HasKey(m => m.Sequence);
        builder.Property(m => m.Sequence).ValueGeneratedOnAdd();
        builder.Ignore(m => m.Published);
        builder.Ignore(m => m.WasLostAlone);
        // What an earlier release writes beside this one has lost none.
        builder.Property(m => m.LeasesLost).HasDefaultValue(0);
        builder.Property(m => m.Type).HasMaxLength(OutboxMessage.TypeLength);
        builder.Property(m => m.TraceParent).HasMaxLength(OutboxMessage.TraceParentLength);
        builder.HasIndex(m => m.Id).IsUnique();
        // What is due, what of a project comes before it, and what is over.
        builder.HasIndex(m => new { m.Status, m.DueAt });
        builder.HasIndex(m => new { m.ProjectId, m.Status });
        builder.HasIndex(m => m.LeaseId);
    }
}
