using System.ComponentModel.DataAnnotations;
using Pipeline.Domain.Common;

namespace Pipeline.Domain.Agreements;

/// <summary>What the support is to bring about.</summary>
/// <param name="Text">As it was agreed.</param>
/// <param name="Measure">How one sees that it is reached.</param>
/// <param name="DueOn">By when.</param>
public sealed record AgreedObjective(
    [property: StringLength(Limits.Paragraph, MinimumLength = 1)] string Text,
    [property: StringLength(Limits.Paragraph)] string? Measure = null,
    DateOnly? DueOn = null
);
