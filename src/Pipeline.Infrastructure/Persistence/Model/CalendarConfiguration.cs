using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pipeline.Application.Access;
using Pipeline.Domain.Calendars;
using Pipeline.Infrastructure.Identity;

namespace Pipeline.Infrastructure.Persistence.Model;

internal sealed class CalendarConfiguration : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.ToTable("CalendarFeeds");
        builder.HasKey(f => f.UserId);
        builder.Property(f => f.UserId).ValueGeneratedNever();
        // Of two that are made at the same moment, the second ends the first and says so.
        builder.Property(f => f.TokenHash).HasMaxLength(Secret.HashLength).IsConcurrencyToken();
        builder.HasIndex(f => f.TokenHash).IsUnique();
        builder
            .HasOne<PipelineUser>()
            .WithOne()
            .HasForeignKey<CalendarFeed>(f => f.UserId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
