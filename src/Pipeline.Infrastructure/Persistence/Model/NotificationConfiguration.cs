using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pipeline.Domain.Notifications;
using Pipeline.Infrastructure.Persistence.Outbox;

namespace Pipeline.Infrastructure.Persistence.Model;

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.ToTable("Notifications");
        builder.HasKey(n => n.Sequence);
        builder.Property(n => n.Sequence).ValueGeneratedOnAdd();
        builder.Property(n => n.Type).HasMaxLength(OutboxMessage.TypeLength);
        builder.HasIndex(n => n.Id).IsUnique();
        builder.HasIndex(n => new { n.UserId, n.EventId }).IsUnique();
        // What somebody has not read, and an inbox from its newest on.
        builder.HasIndex(n => new
        {
            n.UserId,
            n.ReadAt,
            n.Sequence,
        });
        // What a mail tells of.
        builder.HasIndex(n => n.MailId);
        // What is old, to be cleared.
        builder.HasIndex(n => n.RecordedAt);
    }
}
