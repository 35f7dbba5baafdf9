using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pipeline.Domain.Common;
using Pipeline.Domain.Imports;
using Pipeline.Domain.Portfolios;
using Pipeline.Domain.Projects;

namespace Pipeline.Infrastructure.Persistence.Model;

internal sealed class ImportConfiguration
    : IEntityTypeConfiguration<Import>,
        IEntityTypeConfiguration<ImportedRow>,
        IEntityTypeConfiguration<ImportReversal>,
        IEntityTypeConfiguration<ReversedRow>,
        IEntityTypeConfiguration<ImportMapping>
{
    public void Configure(EntityTypeBuilder<Import> builder)
    {
        builder.ToTable("Imports");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.FileName).HasMaxLength(Limits.Name);
        builder.Property(i => i.Format).HasMaxLength(Limits.Code);
        builder.Property(i => i.Mapping).HasMaxLength(Limits.Code);
        builder.Property(i => i.Counts).AsJson();
        builder.Property(i => i.Errors).AsJson();
        builder.Property(i => i.Notices).AsJson();
        builder.Property(i => i.RejectedRows).AsJson();
        builder.HasIndex(i => new { i.PortfolioId, i.RecordedAt });
        builder.HasOne<Portfolio>().WithMany().HasForeignKey(i => i.PortfolioId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(i => i.Rows).WithOne().HasForeignKey("ImportId").OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne(i => i.Reversal)
            .WithOne()
            .HasForeignKey<ImportReversal>(r => r.ImportId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ImportedRow> builder)
    {
        builder.ToTable("ImportedRows");
        builder.HasKey("ImportId", nameof(ImportedRow.Number));
        builder.Property(r => r.Number).ValueGeneratedNever();
        builder.Property(r => r.Former).AsJson();
        builder.Property(r => r.Written).AsJson();
        builder.HasIndex(r => r.ProjectId);
        builder.HasOne<Project>().WithMany().HasForeignKey(r => r.ProjectId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ImportReversal> builder)
    {
        builder.ToTable("ImportReversals");
        builder.HasKey(r => r.ImportId);
        builder.Property(r => r.ImportId).ValueGeneratedNever();
        builder.Property(r => r.Reason).HasMaxLength(Limits.Paragraph);
    }

    public void Configure(EntityTypeBuilder<ReversedRow> builder)
    {
        builder.ToTable("ReversedRows");
        builder.HasKey(r => new { r.ImportId, r.Number });
        builder.HasIndex(r => r.ProjectId);
        builder.HasOne<ImportReversal>().WithMany().HasForeignKey(r => r.ImportId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Project>().WithMany().HasForeignKey(r => r.ProjectId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ImportMapping> builder)
    {
        builder.ToTable("ImportMappings");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.Property(m => m.Name).HasMaxLength(Limits.Code);
        builder.Property(m => m.Mapping).AsJson();
        builder.HasIndex(m => new { m.PortfolioId, m.Name }).IsUnique();
        builder.HasOne<Portfolio>().WithMany().HasForeignKey(m => m.PortfolioId).OnDelete(DeleteBehavior.Restrict);
    }
}
