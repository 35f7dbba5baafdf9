using Pipeline.Application.Common;
using Pipeline.Application.Cubes;
using Pipeline.Application.Ledgers;
using Pipeline.Domain.Common;
using Pipeline.Domain.Observatory;
using Pipeline.Domain.Reference;

namespace Pipeline.Application.Observatory;

/// <summary>Lays a portfolio's money by domain and region beside what is known of them, in one view.</summary>
internal static class PortfolioObservatory
{
    /// <summary>Reads what was known at the view's instant.</summary>
    /// <param name="domain">This one alone; null for all that are observed.</param>
    /// <param name="year">This one alone; null for the newest of each measure: what is perceived stands beside what is counted, though the two are of different years.</param>
    public static async Task<PortfolioObservatoryReply> ReadAsync(
        AsOfView view,
        Guid portfolioId,
        string? domain,
        int? year,
        Language language,
        CancellationToken cancellationToken
    )
    {
        var known = await view.KnownObservations()
            .Where(o => o.Year <= view.AsOf.Year && (domain == null || o.Domain == domain))
            .NewestAsync(cancellationToken);
        var currency = await view.Db.CurrencyOfAsync(portfolioId, cancellationToken);
        var national = NationalFigureReply.All(language);
        if (known.Count == 0)
            return new(view.AsOf, view.KnownAt, currency, [], [], national);
        var asked = known.Where(o => year is null || o.Year == year).ToList();
        // Where something is known, be it of a year that is not shown.
        var observed = asked.Select(o => (o.Domain, o.Region)).ToHashSet();
        var years = known.Select(o => o.Year).Distinct().OrderDescending().ToList();
        var committed = await CubeAsync(CubeMeasure.Committed);
        var delivered = await CubeAsync(CubeMeasure.Delivered);
        var projects = await CubeAsync(CubeMeasure.Projects);
        return new(
            view.AsOf,
            view.KnownAt,
            currency,
            years,
            [
                .. asked
                    .GroupBy(o => (o.Domain, o.Viewpoint, o.Source, o.Unit))
                    .SelectMany(measure => measure.GroupBy(o => o.Year).MaxBy(of => of.Key)!)
                    .GroupBy(o => o.Domain)
                    .Select(g => InDomain([.. g])),
            ],
            national
        );

        Task<Cube> CubeAsync(CubeMeasure measure) =>
            Cube.ReadAsync(
                view,
                new(portfolioId, CubeDimension.Domain, CubeDimension.Region, measure, view.AsOf, view.KnownAt),
                cancellationToken
            );

        ObservedDomain InDomain(IReadOnlyList<Observation> observations)
        {
            var of = observations[0];
            return new(
                of.Domain,
                Domains.Find(of.Domain)!.Label.In(language),
                observations.Max(o => o.Year),
                [.. ObservedMeasure.Of(observations, language).OrderBy(m => m.Viewpoint)],
                [.. Regions.All.Select(r => InRegion(r, of.Domain, [.. observations.Where(o => o.Region == r.Code)]))]
            );
        }

        ObservedRegion InRegion(Region region, string code, IReadOnlyList<Observation> observations)
        {
            var cents = committed.Cents(code, region.Code);
            return new(
                region.Code,
                region.Label.In(language),
                [
                    .. observations
                        .OrderBy(o => o.Viewpoint)
                        .Select(o => new ObservedValue(
                            o.Viewpoint,
                            o.Source,
                            o.Year,
                            o.Value,
                            o.Unit,
                            o.Rank,
                            o.SampleSize,
                            o.Citation
                        )),
                ],
                MoneyDto.OfCents(cents, currency),
                MoneyDto.OfCents(delivered.Cents(code, region.Code), currency),
                projects.Projects(code, region.Code),
                observed.Contains((code, region.Code)) && cents == 0
            );
        }
    }
}
