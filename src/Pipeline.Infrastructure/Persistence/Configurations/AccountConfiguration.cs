using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Identity;
using Pipeline.Infrastructure.Keys;

namespace Pipeline.Infrastructure.Persistence.Configurations;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<UserSession>, IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<UserSession> builder)
    {
        builder.ToTable("Sessions");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.UserAgent).HasMaxLength(UserSession.UserAgentLength);
        // Two renewals by one token, or two notes of one use: the second finds that it is late.
        builder.Property(s => s.Generation).IsConcurrencyToken();
        builder.Property(s => s.LastUsedAt).IsConcurrencyToken();
        builder.HasOne<PipelineUser>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<DataProtectionKey> builder)
    {
        builder.ToTable("DataProtectionKeys");
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.Property(k => k.FriendlyName).HasMaxLength(Limits.Short);
    }
}
