using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pipeline.Domain.Common;
using Pipeline.Domain.Portfolios;
using Pipeline.Domain.Webhooks;
using Pipeline.Infrastructure.Persistence.Outbox;

namespace Pipeline.Infrastructure.Persistence.Model;

internal sealed class WebhookConfiguration
    : IEntityTypeConfiguration<Webhook>,
        IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<Webhook> builder)
    {
        builder.ToTable("Webhooks");
        builder.Property(w => w.Id).ValueGeneratedNever();
        builder.Property(w => w.Version).IsConcurrencyToken();
        builder.Property(w => w.Url).HasMaxLength(Limits.Url);
        builder.Property(w => w.Events).AsJson();
        builder.Property(w => w.Description).HasMaxLength(Limits.Short);
        builder.Ignore(w => w.IsOn);
        builder.HasOne<Portfolio>().WithMany().HasForeignKey(w => w.PortfolioId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.ToTable("WebhookDeliveries");
        builder.IsQueue();
        builder.Property(d => d.Type).HasMaxLength(OutboxMessage.TypeLength);
        builder.Property(d => d.Log).AsJson();
        builder.HasIndex(d => d.Id).IsUnique();
        builder.HasIndex(d => new { d.WebhookId, d.EventId }).IsUnique();
        // What of a project comes before it.
        builder.HasIndex(d => new
        {
            d.WebhookId,
            d.State,
            d.ProjectId,
        });
        builder.HasOne<Webhook>().WithMany().HasForeignKey(d => d.WebhookId).OnDelete(DeleteBehavior.Restrict);
    }
}
