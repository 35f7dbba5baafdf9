using System.ComponentModel.DataAnnotations;
using Pipeline.Domain.Common;

namespace Pipeline.Domain.Alliances;

/// <summary>What a partner gains.</summary>
public sealed record PartnerGain(GainKind Kind, [property: StringLength(Limits.Paragraph)] string? Text = null);
