using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Evaluations;
using Pipeline.Domain.Organisations;
using Pipeline.Domain.Portfolios;
using Pipeline.Domain.Projects;
using Pipeline.Infrastructure.Identity;

namespace Pipeline.Infrastructure.Persistence.Model;

internal sealed class DirectoryConfiguration
    : IEntityTypeConfiguration<Organisation>,
        IEntityTypeConfiguration<Portfolio>,
        IEntityTypeConfiguration<PortfolioMember>,
        IEntityTypeConfiguration<Evaluation>,
        IEntityTypeConfiguration<PipelineUser>,
        IEntityTypeConfiguration<ReferenceDocument>,
        IEntityTypeConfiguration<FormerVersion>,
        IEntityTypeConfiguration<IdempotencyRecord>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("Organisations");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.Property(o => o.Name).HasMaxLength(Limits.Name);
        builder.Property(o => o.NameKey).HasMaxLength(Limits.NameKey);
        builder.Property(o => o.IdentifierScheme).HasMaxLength(Limits.Code);
        builder.Property(o => o.IdentifierId).HasMaxLength(Limits.Code);
        builder.Property(o => o.Country).HasMaxLength(Limits.Short);
        builder.Property(o => o.FormerName).HasMaxLength(Limits.Name);
        builder.Property(o => o.MergeReason).HasMaxLength(Limits.Paragraph);
        builder.Ignore(o => o.Identifier);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(o => o.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(o => new { o.IdentifierScheme, o.IdentifierId }).IsUnique();
        builder.HasIndex(o => o.Name);
        builder.HasIndex(o => o.NameKey);
    }

    public void Configure(EntityTypeBuilder<Portfolio> builder)
    {
        builder.ToTable("Portfolios");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Property(p => p.Code).HasMaxLength(Limits.Code);
        builder.Property(p => p.Name).HasMaxLength(Limits.Name);
        builder.Property(p => p.Currency).HasMaxLength(3);
        builder.HasIndex(p => p.Code).IsUnique();
        builder
            .HasOne<Organisation>()
            .WithMany()
            .HasForeignKey(p => p.OrganisationId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Members).WithOne().HasForeignKey(m => m.PortfolioId);
        builder.OwnsOne(
            p => p.Policy,
            policy =>
            {
                policy.Property(p => p.CapacityBuildingTarget).HasPrecision(5, 4);
                policy.Property(p => p.EvaluationCeiling).HasPrecision(5, 4);
                policy.Property(p => p.Severities).AsJson();
                policy.Property(p => p.NearBand).HasPrecision(5, 4);
                policy.Property(p => p.Schedule).AsJson();
            }
        );
        builder.Navigation(p => p.Policy).IsRequired();
    }

    public void Configure(EntityTypeBuilder<PortfolioMember> builder)
    {
        builder.ToTable("PortfolioMembers");
        builder.HasKey(m => new { m.PortfolioId, m.UserId });
        builder.HasIndex(m => m.UserId);
    }

    public void Configure(EntityTypeBuilder<Evaluation> builder)
    {
        builder.ToTable("Evaluations");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Evaluator).HasMaxLength(Limits.Name);
        builder.Property(e => e.Participants).AsJson();
        builder.Property(e => e.Evidence).AsJson();
        builder.Property(e => e.Indicators).AsJson();
        builder.HasOne<Project>().WithMany().HasForeignKey(e => e.ProjectId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PipelineUser> builder)
    {
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.Property(u => u.Name).HasMaxLength(Limits.Name);
        builder.Property(u => u.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<ReferenceDocument> builder)
    {
        builder.ToTable("ReferenceDocuments");
        builder.HasKey(d => d.Key);
        builder.Property(d => d.Key).HasMaxLength(Limits.Code);
        builder.Property(d => d.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<FormerVersion> builder)
    {
        builder.ToTable("FormerVersions");
        builder.HasKey(v => new
        {
            v.SubjectId,
            v.Kind,
            v.RecordedAt,
        });
        builder.Property(v => v.Kind).HasMaxLength(Limits.Code);
        builder.HasIndex(v => new { v.Kind, v.RecordedAt });
    }

    public void Configure(EntityTypeBuilder<IdempotencyRecord> builder)
    {
        builder.ToTable("IdempotencyRecords");
        builder.HasKey(r => new { r.UserId, r.Key });
        builder.Property(r => r.RequestHash).HasMaxLength(64);
        builder.Property(r => r.ContentType).HasMaxLength(Limits.Short);
        builder.Property(r => r.Location).HasMaxLength(Limits.Url);
        builder.Property(r => r.ETag).HasMaxLength(Limits.Short);
        builder.HasIndex(r => r.RecordedAt);
    }
}
