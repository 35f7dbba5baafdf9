using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pipeline.Domain.Common;
using Pipeline.Domain.Organisations;
using Pipeline.Domain.Portfolios;
using Pipeline.Domain.Projects;

namespace Pipeline.Infrastructure.Persistence.Model;

internal sealed class ProjectConfiguration
    : IEntityTypeConfiguration<Project>,
        IEntityTypeConfiguration<Territory>,
        IEntityTypeConfiguration<Stakeholder>,
        IEntityTypeConfiguration<ProjectTag>,
        IEntityTypeConfiguration<Holding>,
        IEntityTypeConfiguration<ProjectOwner>,
        IEntityTypeConfiguration<HoldingEnd>
{
    public void Configure(EntityTypeBuilder<Project> builder)
    {
        builder.ToTable("Projects");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Property(p => p.Code).HasMaxLength(Limits.Code);
        builder.Property(p => p.Name).HasMaxLength(Limits.Name);
        builder.Property(p => p.NameKey).HasMaxLength(Limits.NameKey);
        builder.Property(p => p.SolutionHypotheses).AsJson();
        builder.Property(p => p.TakeOver).AsJson();
        builder.OwnsOne(p => p.Need);
        builder.Navigation(p => p.Need).IsRequired();
        builder.OwnsOne(p => p.Model);
        builder.Navigation(p => p.Model).IsRequired();
        builder
            .Ignore(p => p.Tags)
            .Ignore(p => p.Holdings)
            .Ignore(p => p.State)
            .Ignore(p => p.History)
            .Ignore(p => p.Pending)
            .Ignore(p => p.Clock);
        // A voided project's code is free again. Double quotes are standard SQL: every provider reads the condition.
        builder
            .HasIndex(p => new { p.LeadPortfolioId, p.Code })
            .IsUnique()
            .HasFilter($"\"{nameof(Project.VoidedAt)}\" IS NULL");
        builder.HasIndex(p => p.VoidedAt).HasFilter($"\"{nameof(Project.VoidedAt)}\" IS NOT NULL");
        builder.HasIndex(p => p.NameKey);
        builder
            .HasOne<Organisation>()
            .WithMany()
            .HasForeignKey(p => p.OwnerOrganisationId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Portfolio>().WithMany().HasForeignKey(p => p.LeadPortfolioId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Territories).WithOne().HasForeignKey("ProjectId").IsRequired();
        builder.HasMany(p => p.Stakeholders).WithOne().HasForeignKey("ProjectId").IsRequired();
        builder.HasMany(p => p.Owners).WithOne().HasForeignKey(o => o.ProjectId);
        builder.HasMany(p => p.Transitions).WithOne().HasForeignKey(t => t.ProjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany<ProjectTag>(Loaded.Tags).WithOne().HasForeignKey(t => t.ProjectId);
        builder
            .HasMany<HoldingEnd>(Loaded.HoldingEnds)
            .WithOne()
            .HasForeignKey(e => e.ProjectId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasMany<Holding>(Loaded.Holdings).WithOne().HasForeignKey(h => h.ProjectId);
    }

    public void Configure(EntityTypeBuilder<Territory> builder)
    {
        builder.ToTable("Territories");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Name).HasMaxLength(Limits.Name);
        builder.Property(t => t.Region).HasMaxLength(Limits.Code);
    }

    public void Configure(EntityTypeBuilder<Stakeholder> builder)
    {
        builder.ToTable("Stakeholders");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Name).HasMaxLength(Limits.Name);
        builder
            .HasOne<Organisation>()
            .WithMany()
            .HasForeignKey(s => s.OrganisationId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ProjectTag> builder)
    {
        builder.ToTable("ProjectTags");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Code).HasMaxLength(Limits.Code);
        builder.HasIndex(t => new { t.ProjectId, t.Dimension });
    }

    public void Configure(EntityTypeBuilder<Holding> builder)
    {
        builder.ToTable("Holdings");
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.HasIndex(h => h.PortfolioId);
        builder.HasOne<Portfolio>().WithMany().HasForeignKey(h => h.PortfolioId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ProjectOwner> builder)
    {
        builder.ToTable("ProjectOwners");
        builder.HasKey(o => new { o.ProjectId, o.UserId });
        builder.HasIndex(o => o.UserId);
    }

    public void Configure(EntityTypeBuilder<HoldingEnd> builder)
    {
        builder.ToTable("HoldingEnds");
        builder.HasKey(e => e.HoldingId);
        builder.Property(e => e.HoldingId).ValueGeneratedNever();
        builder
            .HasOne<Holding>()
            .WithOne()
            .HasForeignKey<HoldingEnd>(e => e.HoldingId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Portfolio>().WithMany().HasForeignKey(e => e.PortfolioId).OnDelete(DeleteBehavior.Restrict);
    }

    /// <summary>The collections' fields: their public faces show only what holds now, so EF maps the fields themselves.</summary>
    internal static class Loaded
    {
        public const string Tags = "_tags",
            Holdings = "_holdings",
            HoldingEnds = "_holdingEnds";
    }
}
