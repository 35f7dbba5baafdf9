using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pipeline.Domain.Notifications;

namespace Pipeline.Infrastructure.Persistence.Model;

internal sealed class NotificationMailConfiguration
    : IEntityTypeConfiguration<NotificationMail>,
        IEntityTypeConfiguration<NotificationPreferences>
{
    // An event's id, or a rhythm with a day.
    private const int AboutLength = 40;

    public void Configure(EntityTypeBuilder<NotificationMail> builder)
    {
        builder.ToTable("NotificationMails");
        builder.IsQueue();
        builder.Property(m => m.About).HasMaxLength(AboutLength);
        builder.HasIndex(m => m.Id).IsUnique();
        builder.HasIndex(m => new { m.UserId, m.About }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<NotificationPreferences> builder)
    {
        builder.ToTable("NotificationPreferences");
        builder.HasKey(p => p.UserId);
        builder.Property(p => p.UserId).ValueGeneratedNever();
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Property(p => p.Kinds).AsJson();
    }
}
