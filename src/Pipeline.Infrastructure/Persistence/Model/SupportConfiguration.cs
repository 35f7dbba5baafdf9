using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pipeline.Domain.Common;
using Pipeline.Domain.Organisations;
using Pipeline.Domain.Portfolios;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Support;

namespace Pipeline.Infrastructure.Persistence.Model;

internal sealed class SupportConfiguration
    : IEntityTypeConfiguration<PlanVersion>,
        IEntityTypeConfiguration<PlanLine>,
        IEntityTypeConfiguration<Commitment>,
        IEntityTypeConfiguration<CommitmentCancellation>,
        IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<PlanVersion> builder)
    {
        builder.ToTable("PlanVersions");
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.HasIndex(v => new { v.ProjectId, v.Number }).IsUnique();
        builder.HasOne<Project>().WithMany().HasForeignKey(v => v.ProjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(v => v.Lines).WithOne().HasForeignKey(l => l.PlanVersionId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PlanLine> builder)
    {
        builder.ToTable("PlanLines");
        builder.HasKey(l => new
        {
            l.PlanVersionId,
            l.Phase,
            l.Lever,
        });
    }

    public void Configure(EntityTypeBuilder<Commitment> builder)
    {
        builder.ToTable("Commitments");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Reference).HasMaxLength(Limits.Short);
        builder.Property(c => c.Hours).HasPrecision(9, 2);
        builder
            .Ignore(c => c.DeliveredCents)
            .Ignore(c => c.CommittedCents)
            .Ignore(c => c.Provider)
            .Ignore(c => c.Terms);
        // Providers, agreements and alliances by their ids alone: SQLite would build the table anew to refer to them, and lose its triggers.
        builder.Property(c => c.ResultIndicators).AsJson();
        builder.HasIndex(c => new { c.PortfolioId, c.AgreedOn });
        builder.HasIndex(c => c.ProjectId);
        builder.HasOne<Project>().WithMany().HasForeignKey(c => c.ProjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Portfolio>().WithMany().HasForeignKey(c => c.PortfolioId).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Organisation>()
            .WithMany()
            .HasForeignKey(c => c.FunderOrganisationId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne(c => c.Cancellation)
            .WithOne()
            .HasForeignKey<CommitmentCancellation>(x => x.CommitmentId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasMany(c => c.Deliveries)
            .WithOne()
            .HasForeignKey(d => d.CommitmentId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CommitmentCancellation> builder)
    {
        builder.ToTable("CommitmentCancellations");
        builder.HasKey(x => x.CommitmentId);
        builder.Property(x => x.CommitmentId).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.ToTable("Deliveries");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Reference).HasMaxLength(Limits.Short);
        builder.Property(d => d.Hours).HasPrecision(9, 2);
        builder.Ignore(d => d.Provider);
        builder.HasIndex(d => d.ReversesId).IsUnique();
        builder.HasOne<Delivery>().WithMany().HasForeignKey(d => d.ReversesId).OnDelete(DeleteBehavior.Restrict);
    }
}
