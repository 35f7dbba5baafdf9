using Pipeline.Domain.Common;

namespace Pipeline.Domain.Support;

/// <summary>A published figure shown beside a ratio, so that it can be read against something.</summary>
/// <param name="Code">Stable camelCase code.</param>
/// <param name="Share">The share, 0 to 1.</param>
/// <param name="Label">Whose figure it is.</param>
/// <param name="Citation">Where it was published, with what the source adds to it.</param>
/// <param name="Denominator">What the share is a share of.</param>
/// <param name="Kind">The ratio it is shown beside.</param>
public sealed record RatioReference(
    string Code,
    decimal Share,
    Text Label,
    string Citation,
    Text Denominator,
    RatioKind Kind
);
