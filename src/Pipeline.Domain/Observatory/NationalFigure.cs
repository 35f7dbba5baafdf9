using Pipeline.Domain.Common;

namespace Pipeline.Domain.Observatory;

/// <summary>A published figure of the whole country, to be read beside those of the regions.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Value">In <paramref name="Unit"/>.</param>
/// <param name="Unit"><c>percent</c> or <c>millions</c>.</param>
/// <param name="Year">That it is of; that of the publication where the source does not say.</param>
/// <param name="Population">Of whom.</param>
/// <param name="Citation">The source and line.</param>
public sealed record NationalFigure(
    string Code,
    Text Label,
    decimal Value,
    string Unit,
    int Year,
    Text Population,
    string Citation
);
