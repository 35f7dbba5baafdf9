using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pipeline.Domain.Common;

namespace Pipeline.Infrastructure.Persistence.Model;

/// <summary>What tables of messages have in common.</summary>
internal static class QueueConfiguration
{
    /// <summary>The key in the order of writing, the lease as what a sender's notes are held against, and the index of what is due.</summary>
    public static void IsQueue<T>(this EntityTypeBuilder<T> builder)
        where T : QueuedDelivery
    {
        builder.HasKey(d => d.Sequence);
        builder.Property(d => d.Sequence).ValueGeneratedOnAdd();
        builder.Property(d => d.LeaseId).IsConcurrencyToken();
        builder.HasIndex(d => new { d.State, d.DueAt });
        // What is over, to be cleared.
        builder.HasIndex(d => d.EndedAt);
    }
}
