using Pipeline.Application.Records;
using Pipeline.Domain.Alliances;
using Pipeline.Domain.Common;
using Pipeline.Domain.Records;
using Pipeline.Domain.Reference;

namespace Pipeline.Application.Alliances;

/// <summary>The alliances of a portfolio's projects, under way on the day.</summary>
/// <param name="Total">How many.</param>
/// <param name="ByCategory">By category; an alliance of several counts in each, so that they add up to more than the total.</param>
/// <param name="ByForm">By form.</param>
/// <param name="ByActorProfile">Organisations that take part, each once, by their profile.</param>
/// <param name="DoubleImpact">Those with a double impact.</param>
/// <param name="Evaluated">Those that an evaluation names.</param>
/// <param name="References">Published shares of each category, to be seen beside.</param>
public sealed record AllianceBlock(
    int Total,
    IReadOnlyDictionary<string, int> ByCategory,
    IReadOnlyDictionary<string, int> ByForm,
    IReadOnlyDictionary<string, int> ByActorProfile,
    int DoubleImpact,
    int Evaluated,
    IReadOnlyList<AllianceReference> References
)
{
    /// <summary>The block of a view.</summary>
    /// <param name="running">Those under way on its day.</param>
    /// <param name="profiles">Of the organisations that take part, each once.</param>
    internal static AllianceBlock Of(
        RecordsInView records,
        IReadOnlyList<Document<Alliance>> running,
        IReadOnlyList<ActorProfile> profiles,
        Language language
    ) =>
        new(
            running.Count,
            Count<AllianceCategory>(c => running.Count(a => a.Terms.Categories.Contains(c))),
            Count<AllianceForm>(f => running.Count(a => a.Terms.Form == f)),
            profiles.GroupBy(p => p).OrderBy(p => p.Key).ToDictionary(p => Codes.Of(p.Key), p => p.Count()),
            running.Count(a => a.Terms.HasDoubleImpact()),
            running.Count(a => records.IsEvaluated(a.Id)),
            [
                .. AllianceShares.Of2015.Select(s => new AllianceReference(
                    s.Category,
                    Labels.Of(s.Category).In(language),
                    s.Share,
                    AllianceShares.Citation
                )),
            ]
        );

    /// <summary>Those under way on the day of a view.</summary>
    internal static IEnumerable<Document<Alliance>> UnderWay(RecordsInView records) =>
        records
            .Documents<Alliance>(DocumentKind.Alliance)
            .Select(a => a.Document)
            .Where(a => a.Terms.RunsOn(records.AsOf));

    /// <summary>The entries of the directory that take part in them on the day, each once.</summary>
    internal static IEnumerable<Guid> Partners(IEnumerable<Document<Alliance>> alliances, DateOnly day) =>
        alliances
            .SelectMany(a => a.Terms.Partners ?? [])
            .Where(p => p.TakesPartOn(day))
            .Select(p => p.OrganisationId)
            .Distinct();

    private static Dictionary<string, int> Count<T>(Func<T, int> count)
        where T : struct, Enum => Enum.GetValues<T>().ToDictionary(v => Codes.Of(v), count);
}

/// <summary>How many of the French partnerships had a category in 2015; categories do not exclude each other.</summary>
/// <param name="Share">0 to 1.</param>
public sealed record AllianceReference(AllianceCategory Code, string Label, decimal Share, string Citation);
