using Pipeline.Domain.Common;
using Pipeline.Domain.Observatory;

namespace Pipeline.Application.Observatory;

/// <summary>A published figure of the whole country.</summary>
/// <param name="Unit"><c>percent</c> or <c>millions</c>.</param>
/// <param name="Year">That it is of; that of the publication where the source does not say.</param>
/// <param name="Population">Of whom.</param>
public sealed record NationalFigureReply(
    string Code,
    string Label,
    decimal Value,
    string Unit,
    int Year,
    string Population,
    string Citation
)
{
    internal static IReadOnlyList<NationalFigureReply> All(Language language) =>
        [
            .. NationalFigures.All.Select(f => new NationalFigureReply(
                f.Code,
                f.Label.In(language),
                f.Value,
                f.Unit,
                f.Year,
                f.Population.In(language),
                f.Citation
            )),
        ];
}
