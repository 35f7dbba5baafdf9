using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Ledgers;
using Pipeline.Domain.Observatory;

namespace Pipeline.Application.Observatory;

/// <summary>Of the observations with the same key the newest, as far as it was known.</summary>
internal static class CurrentObservations
{
    /// <summary>Those that a view knows, corrected ones included.</summary>
    public static IQueryable<Observation> KnownObservations(this AsOfView view) =>
        view.Db.Observations.Where(o => o.RecordedAt <= view.KnownAt);

    /// <summary>By domain, region, year, viewpoint and source.</summary>
    public static async Task<IReadOnlyList<Observation>> NewestAsync(
        this IQueryable<Observation> observations,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await observations.AsNoTracking().ToListAsync(cancellationToken))
                .GroupBy(o => o.Key)
                .Select(same => same.MaxBy(o => (o.RecordedAt, o.Id))!)
                .OrderBy(o => o.Domain, StringComparer.Ordinal)
                .ThenBy(o => o.Region, StringComparer.Ordinal)
                .ThenBy(o => o.Year)
                .ThenBy(o => o.Viewpoint)
                .ThenBy(o => o.Source, StringComparer.Ordinal)
                .ThenBy(o => o.Unit, StringComparer.Ordinal),
        ];
}
