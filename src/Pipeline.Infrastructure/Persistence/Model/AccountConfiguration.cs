using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pipeline.Application.Access;
using Pipeline.Domain.Common;
using Pipeline.Domain.Portfolios;
using Pipeline.Infrastructure.Identity;
using Pipeline.Infrastructure.Identity.Keys;

namespace Pipeline.Infrastructure.Persistence.Model;

internal sealed class AccountConfiguration
    : IEntityTypeConfiguration<UserSession>,
        IEntityTypeConfiguration<OneTimeLink>,
        IEntityTypeConfiguration<ApiKey>,
        IEntityTypeConfiguration<DataProtectionKey>
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

    public void Configure(EntityTypeBuilder<OneTimeLink> builder)
    {
        builder.ToTable("OneTimeLinks");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.TokenHash).HasMaxLength(Secret.HashLength);
        // Of two who use one link at the same moment, one finds it used.
        builder.Property(l => l.EndedAt).IsConcurrencyToken();
        builder.HasIndex(l => l.TokenHash).IsUnique();
        builder.HasOne<PipelineUser>().WithMany().HasForeignKey(l => l.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("ApiKeys");
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.Property(k => k.Version).IsConcurrencyToken();
        builder.Property(k => k.Name).HasMaxLength(Limits.Name);
        builder.Property(k => k.SecretHash).HasMaxLength(Secret.HashLength);
        builder.HasIndex(k => k.SecretHash).IsUnique();
        builder.HasOne<Portfolio>().WithMany().HasForeignKey(k => k.PortfolioId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DataProtectionKey> builder)
    {
        builder.ToTable("DataProtectionKeys");
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.Property(k => k.FriendlyName).HasMaxLength(Limits.Short);
    }
}
