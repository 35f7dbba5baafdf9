using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pipeline.Domain.Portfolios;
using Pipeline.Domain.Reminders;

namespace Pipeline.Infrastructure.Persistence.Model;

internal sealed class ReminderConfiguration
    : IEntityTypeConfiguration<ReminderRules>,
        IEntityTypeConfiguration<ReminderRun>
{
    public void Configure(EntityTypeBuilder<ReminderRules> builder)
    {
        builder.ToTable("ReminderRules");
        builder.HasKey(r => r.PortfolioId);
        builder.Property(r => r.PortfolioId).ValueGeneratedNever();
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasOne<Portfolio>().WithMany().HasForeignKey(r => r.PortfolioId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ReminderRun> builder)
    {
        builder.ToTable("ReminderRuns");
        builder.HasKey(r => r.PortfolioId);
        builder.Property(r => r.PortfolioId).ValueGeneratedNever();
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.Property(r => r.Reminded).AsJson();
        builder.HasOne<Portfolio>().WithMany().HasForeignKey(r => r.PortfolioId).OnDelete(DeleteBehavior.Restrict);
    }
}
