using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pipeline.Domain.Projects;

namespace Pipeline.Infrastructure.Persistence.Model;

internal sealed class TransitionConfiguration
    : IEntityTypeConfiguration<Transition>,
        IEntityTypeConfiguration<TransitionDecision>,
        IEntityTypeConfiguration<EffectiveTransition>
{
    public void Configure(EntityTypeBuilder<Transition> builder)
    {
        builder.ToTable("Transitions");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Ignore(t => t.From).Ignore(t => t.To).Ignore(t => t.Status).Ignore(t => t.IsPending);
        builder.Property(t => t.Evidence).AsJson();
        builder.Property(t => t.RequestedWaivers).AsJson();
        builder.Property(t => t.TakeOver).AsJson();
        builder.Property(t => t.Gate).AsJson();
        builder
            .HasOne(t => t.Decision)
            .WithOne()
            .HasForeignKey<TransitionDecision>(d => d.TransitionId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne(t => t.Effect)
            .WithOne()
            .HasForeignKey<EffectiveTransition>(e => e.TransitionId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<TransitionDecision> builder)
    {
        builder.ToTable("TransitionDecisions");
        builder.HasKey(d => d.TransitionId);
        builder.Property(d => d.TransitionId).ValueGeneratedNever();
        builder.Property(d => d.Gate).AsJson();
    }

    public void Configure(EntityTypeBuilder<EffectiveTransition> builder)
    {
        builder.ToTable("TransitionEffects");
        builder.HasKey(e => e.TransitionId);
        builder.Property(e => e.TransitionId).ValueGeneratedNever();
        builder.Ignore("Clock");
        builder.Property(e => e.Waivers).AsJson();
        builder.HasIndex(e => new { e.ProjectId, e.Sequence }).IsUnique();
        builder.HasOne<Project>().WithMany().HasForeignKey(e => e.ProjectId).OnDelete(DeleteBehavior.Restrict);
    }
}
