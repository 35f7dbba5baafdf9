using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pipeline.Domain.Audit;
using Pipeline.Domain.Closings;
using Pipeline.Domain.Common;
using Pipeline.Domain.Portfolios;

namespace Pipeline.Infrastructure.Persistence.Model;

internal sealed class ClosingConfiguration
    : IEntityTypeConfiguration<Closing>,
        IEntityTypeConfiguration<ClosingFile>,
        IEntityTypeConfiguration<ClosingFileContent>,
        IEntityTypeConfiguration<ClosingKey>
{
    // Of P-256, in base64url.
    private const int SignatureLength = 86,
        CoordinateLength = 43;

    public void Configure(EntityTypeBuilder<Closing> builder)
    {
        builder.ToTable("Closings");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Note).HasMaxLength(Limits.Paragraph);
        builder.Property(c => c.KeyId).HasMaxLength(CoordinateLength);
        builder.Property(c => c.Signature).HasMaxLength(SignatureLength);
        builder.Ignore(c => c.Statement);
        builder.HasIndex(c => new { c.PortfolioId, c.Number }).IsUnique();
        builder.HasOne<Portfolio>().WithMany().HasForeignKey(c => c.PortfolioId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ClosingKey>().WithMany().HasForeignKey(c => c.KeyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Files).WithOne().HasForeignKey(f => f.ClosingId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ClosingFile> builder)
    {
        builder.ToTable("ClosingFiles");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Sha256).HasMaxLength(AuditEntry.HashLength);
        builder
            .HasIndex(f => new
            {
                f.ClosingId,
                f.Kind,
                f.Language,
            })
            .IsUnique();
        builder.HasIndex(f => f.Sha256);
        builder
            .HasOne(f => f.Content)
            .WithOne()
            .HasForeignKey<ClosingFileContent>(c => c.FileId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ClosingFileContent> builder)
    {
        builder.ToTable("ClosingFileContents");
        builder.HasKey(c => c.FileId);
        builder.Property(c => c.FileId).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<ClosingKey> builder)
    {
        builder.ToTable("ClosingKeys");
        builder.Property(k => k.Id).ValueGeneratedNever().HasMaxLength(CoordinateLength);
        builder.Property(k => k.X).HasMaxLength(CoordinateLength);
        builder.Property(k => k.Y).HasMaxLength(CoordinateLength);
    }
}
