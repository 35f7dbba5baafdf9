using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Reference;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Dashboards;

/// <summary>
/// The portfolio by SDG, domain and region. Each project's sum on a ledger is divided among its tags to the cent, by the database: whole cents by
/// integer division, the odd ones to the first tags.
/// </summary>
public static class Breakdowns
{
    /// <summary>The line of projects that have no tag of a dimension.</summary>
    public const string None = "none";

    /// <summary>All three dimensions.</summary>
    public static async Task<BreakdownReply> ReadAsync(View view, Guid portfolioId, string currency, Language language, CancellationToken cancellationToken)
    {
        var cents = new Dictionary<(TagDimension, string, Basis), long>();
        foreach (var basis in Enum.GetValues<Basis>())
            await AddAsync(cents, view, basis, view.OfPortfolio(basis, portfolioId), cancellationToken);
        var projects = await CountAsync(view, view.ProjectsOf(portfolioId), cancellationToken);

        IReadOnlyList<BreakdownEntry> Of(TagDimension dimension) =>
        [
            .. cents.Keys.Where(k => k.Item1 == dimension).Select(k => k.Item2).Concat(projects.Keys.Where(k => k.Item1 == dimension).Select(k => k.Item2))
                .Distinct().OrderBy(code => Order(dimension, code)).Select(code => new BreakdownEntry(
                    code, Label(dimension, code).In(language), projects.GetValueOrDefault((dimension, code)),
                    Money(dimension, code, Basis.Planned), Money(dimension, code, Basis.Committed), Money(dimension, code, Basis.Delivered))),
        ];

        MoneyDto Money(TagDimension dimension, string code, Basis basis) => MoneyDto.OfCents(cents.GetValueOrDefault((dimension, code, basis)), currency);

        return new(Of(TagDimension.Sdg), Of(TagDimension.Domain), Of(TagDimension.Region));
    }

    private static async Task AddAsync(Dictionary<(TagDimension, string, Basis), long> cents, View view, Basis basis, IQueryable<LedgerRow> ledger, CancellationToken cancellationToken)
    {
        var byProject = ledger.GroupBy(r => r.ProjectId).Select(g => new { ProjectId = g.Key, Cents = g.Sum(r => r.Cents) });
        var tagged = await view.Tags
            .Join(byProject, t => t.ProjectId, r => r.ProjectId, (t, r) => new { t.Dimension, t.Code, Part = r.Cents / t.Of + (t.Position < r.Cents % t.Of ? 1 : 0) })
            .GroupBy(p => new { p.Dimension, p.Code }).Select(g => new { g.Key.Dimension, g.Key.Code, Cents = g.Sum(p => p.Part) }).ToListAsync(cancellationToken);
        foreach (var line in tagged) cents[(line.Dimension, line.Code, basis)] = line.Cents;

        foreach (var dimension in Enum.GetValues<TagDimension>())
        {
            var untagged = await ledger.Where(r => !view.Tags.Any(t => t.ProjectId == r.ProjectId && t.Dimension == dimension)).SumAsync(r => (long?)r.Cents, cancellationToken) ?? 0;
            if (untagged != 0) cents[(dimension, None, basis)] = untagged;
        }
    }

    private static async Task<Dictionary<(TagDimension, string), int>> CountAsync(View view, IQueryable<Project> projects, CancellationToken cancellationToken)
    {
        var counts = (await view.Tags.Where(t => projects.Any(p => p.Id == t.ProjectId))
            .GroupBy(t => new { t.Dimension, t.Code }).Select(g => new { g.Key.Dimension, g.Key.Code, Count = g.Count() })
            .ToListAsync(cancellationToken)).ToDictionary(c => (c.Dimension, c.Code), c => c.Count);
        foreach (var dimension in Enum.GetValues<TagDimension>())
        {
            var untagged = await projects.CountAsync(p => !view.Tags.Any(t => t.ProjectId == p.Id && t.Dimension == dimension), cancellationToken);
            if (untagged != 0) counts[(dimension, None)] = untagged;
        }
        return counts;
    }

    // In the order of the reference data, the untagged last.
    private static int Order(TagDimension dimension, string code) => code == None ? int.MaxValue : dimension switch
    {
        TagDimension.Sdg => int.Parse(code, CultureInfo.InvariantCulture),
        TagDimension.Domain => Index(Domains.All.Select(d => d.Code), code),
        _ => Index(Regions.All.Select(r => r.Code), code),
    };

    private static int Index(IEnumerable<string> codes, string code) => codes.TakeWhile(c => c != code).Count();

    private static Text Label(TagDimension dimension, string code) => code == None ? new("Not said", "Non précisé") : dimension switch
    {
        TagDimension.Sdg => Sdgs.Find(int.Parse(code, CultureInfo.InvariantCulture))!.Title,
        TagDimension.Domain => Domains.Find(code)!.Label,
        _ => Regions.Find(code)!.Label,
    };
}
