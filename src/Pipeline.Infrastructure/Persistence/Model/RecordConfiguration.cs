using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pipeline.Domain.Portfolios;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Records;

namespace Pipeline.Infrastructure.Persistence.Model;

/// <summary>Documents and facts of all modules: two tables (docs/adr/0030).</summary>
internal sealed class RecordConfiguration
    : IEntityTypeConfiguration<DocumentVersion>,
        IEntityTypeConfiguration<FactEntry>
{
    public void Configure(EntityTypeBuilder<DocumentVersion> builder)
    {
        builder.ToTable("DocumentVersions");
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder
            .HasIndex(v => new
            {
                v.OwnerId,
                v.Kind,
                v.DocumentId,
                v.Number,
            })
            .IsUnique();
        // A programme or a cohort is asked for by its id alone.
        builder.HasIndex(v => v.DocumentId);
        builder.HasIndex(v => v.ProjectId);
        builder.HasIndex(v => new { v.PortfolioId, v.Kind });
        builder.HasOne<Project>().WithMany().HasForeignKey(v => v.ProjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Portfolio>().WithMany().HasForeignKey(v => v.PortfolioId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<FactEntry> builder)
    {
        builder.ToTable("FactEntries");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.HasIndex(f => f.ProjectId);
        builder.HasIndex(f => new { f.SubjectId, f.Kind });
        builder.HasIndex(f => f.ReversesId).IsUnique();
        builder.HasOne<Project>().WithMany().HasForeignKey(f => f.ProjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<FactEntry>().WithMany().HasForeignKey(f => f.ReversesId).OnDelete(DeleteBehavior.Restrict);
    }
}
