using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Indicators;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Indicators;

/// <summary>
/// An indicator of a portfolio, over the latest reading of each project by the day. What adds up is summed, what does not is listed, and nothing is ever averaged
/// (ECO l.645-661).
/// </summary>
/// <param name="Code">Of the portfolio's list.</param>
/// <param name="Name">In the caller's language.</param>
/// <param name="Totalled">Whether values add up.</param>
/// <param name="Total">The sum; null where values do not add up, and where nobody has read it.</param>
/// <param name="Projects">How many projects have a reading.</param>
/// <param name="Oldest">The oldest day among those readings.</param>
/// <param name="Newest">The newest day among those readings.</param>
/// <param name="Target">The sum of what projects aim at; null where values do not add up, and where no project has a target.</param>
/// <param name="Targets">How many projects have a target.</param>
/// <param name="Values">Project by project; empty where values add up.</param>
public sealed record IndicatorEntry(
    string Code,
    string Name,
    string Unit,
    IndicatorDirection Direction,
    IndicatorTotal Totalled,
    decimal? Total,
    int Projects,
    DateOnly? Oldest,
    DateOnly? Newest,
    decimal? Target,
    int Targets,
    IReadOnlyList<IndicatorProjectValue> Values
)
{
    /// <summary>The indicators of the portfolio that a view is of, in the order of its list.</summary>
    internal static IReadOnlyList<IndicatorEntry> Of(RecordsInView records, Language language)
    {
        if (records.OfPortfolio<IndicatorList>(DocumentKind.Indicators, records.PortfolioId) is not { } list)
            return [];
        var viewed = ViewedIndicator.In(records).ToLookup(v => v.Code);
        return [.. list.Indicators.Select(i => Of(i, [.. viewed[i.Code]], language))];
    }

    private static IndicatorEntry Of(
        IndicatorDefinition indicator,
        IReadOnlyList<ViewedIndicator> viewed,
        Language language
    )
    {
        // What another lead calls by the same code is the same thing only in the same unit.
        var read = viewed.Where(v => v.Latest?.Says.Unit == indicator.Unit).ToList();
        var aimed = viewed.Where(v => v.AimsIn(indicator.Unit)).ToList();
        var sums = indicator.Total == IndicatorTotal.Sum;
        return new(
            indicator.Code,
            indicator.Name.In(language),
            indicator.Unit,
            indicator.Direction,
            indicator.Total,
            sums && read.Count > 0 ? read.Sum(v => v.Latest!.Says.Value) : null,
            read.Count,
            read.Min(v => v.Latest?.Entry.On),
            read.Max(v => v.Latest?.Entry.On),
            sums && aimed.Count > 0 ? aimed.Sum(v => v.Target!.Target) : null,
            aimed.Count,
            sums
                ? []
                :
                [
                    .. read.OrderBy(v => v.Project.Code, StringComparer.Ordinal)
                        .Select(v => new IndicatorProjectValue(
                            v.Project.Id,
                            v.Project.Code,
                            v.Project.Name,
                            v.Latest!.Says.Value,
                            v.Latest.Entry.On,
                            v.AimsIn(indicator.Unit) ? v.Target!.Target : null
                        )),
                ]
        );
    }
}

/// <summary>What an indicator was for one project.</summary>
/// <param name="Target">What that project aims at.</param>
public sealed record IndicatorProjectValue(
    Guid ProjectId,
    string ProjectCode,
    string ProjectName,
    decimal Value,
    DateOnly On,
    decimal? Target
);
