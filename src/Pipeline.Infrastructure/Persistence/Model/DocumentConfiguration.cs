using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pipeline.Domain.Common;
using Pipeline.Domain.Documents;
using Pipeline.Domain.Projects;

namespace Pipeline.Infrastructure.Persistence.Model;

internal sealed class DocumentConfiguration
    : IEntityTypeConfiguration<Document>,
        IEntityTypeConfiguration<DocumentContent>,
        IEntityTypeConfiguration<DocumentChunk>
{
    private const int HashLength = 64,
        MediaTypeLength = 100;

    public void Configure(EntityTypeBuilder<Document> builder)
    {
        builder.ToTable("Documents");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.Property(d => d.Title).HasMaxLength(Limits.Name);
        builder.Property(d => d.FileName).HasMaxLength(Limits.Name);
        builder.Property(d => d.MediaType).HasMaxLength(MediaTypeLength);
        builder.Property(d => d.Sha256).HasMaxLength(HashLength);
        builder.Property(d => d.RemovalReason).HasMaxLength(Limits.Paragraph);
        builder.HasIndex(d => new { d.ProjectId, d.RecordedAt });
        builder.HasOne<Project>().WithMany().HasForeignKey(d => d.ProjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<DocumentContent>().WithMany().HasForeignKey(d => d.ContentId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DocumentContent> builder)
    {
        builder.ToTable("DocumentContents");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Sha256).HasMaxLength(HashLength);
        builder.HasIndex(c => new { c.ProjectId, c.Sha256 }).IsUnique();
        builder.HasOne<Project>().WithMany().HasForeignKey(c => c.ProjectId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DocumentChunk> builder)
    {
        builder.ToTable("DocumentChunks");
        builder.HasKey(c => new { c.ContentId, c.Number });
        builder.Property(c => c.Number).ValueGeneratedNever();
        builder.HasOne<DocumentContent>().WithMany().HasForeignKey(c => c.ContentId).OnDelete(DeleteBehavior.Restrict);
    }
}
