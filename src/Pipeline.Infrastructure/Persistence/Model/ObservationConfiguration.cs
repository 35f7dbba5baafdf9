using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pipeline.Domain.Common;
using Pipeline.Domain.Observatory;

namespace Pipeline.Infrastructure.Persistence.Model;

/// <summary>What is published of fragilities; written once (docs/adr/0043).</summary>
internal sealed class ObservationConfiguration : IEntityTypeConfiguration<Observation>
{
    // Digits before the decimal sign and behind it.
    private const int Digits = 24;

    // What a decimal is divided by to lose the zeros at its end.
    private const decimal OneWithAllDecimals = 1.0000000000000000000000000000m;

    public void Configure(EntityTypeBuilder<Observation> builder)
    {
        builder.ToTable("Observations");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Region).HasMaxLength(Limits.Code);
        builder.Property(o => o.Domain).HasMaxLength(Limits.Code);
        builder.Property(o => o.Source).HasMaxLength(Limits.Name);
        builder.Property(o => o.Unit).HasMaxLength(Limits.Short);
        builder.Property(o => o.Citation).HasMaxLength(Limits.Paragraph);
        // Servers give as many decimals as the column has; what is read has those that were written.
        builder
            .Property(o => o.Value)
            .HasConversion(value => value, value => value / OneWithAllDecimals)
            .HasPrecision(Digits, ObservationTerms.Decimals);
        builder.Ignore(o => o.Key).Ignore(o => o.Terms);
        builder.HasIndex(o => new { o.Domain, o.Year });
        builder.HasIndex(o => o.Source);
    }
}
