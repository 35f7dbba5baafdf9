using System.ComponentModel.DataAnnotations;
using Pipeline.Domain.Common;

namespace Pipeline.Domain.Alliances;

/// <summary>What a partner wants for itself.</summary>
public sealed record PartnerObjective(
    ObjectiveAxis Axis,
    [property: StringLength(Limits.Paragraph, MinimumLength = 1)] string Text
);
