using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pipeline.Domain.Common;
using Pipeline.Domain.Portfolios;
using Pipeline.Domain.Projects;

namespace Pipeline.Infrastructure.Persistence.Model;

internal sealed class SavedViewConfiguration : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("SavedViews");
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Version).IsConcurrencyToken();
        builder.Property(v => v.Name).HasMaxLength(Limits.Code);
        builder.Property(v => v.Query).HasMaxLength(Limits.Url);
        builder.HasIndex(v => new { v.UserId, v.Name }).IsUnique();
        builder.HasOne<Portfolio>().WithMany().HasForeignKey(v => v.PortfolioId).OnDelete(DeleteBehavior.Restrict);
    }
}
