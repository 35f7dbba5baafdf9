using Pipeline.Application.Records;
using Pipeline.Domain.Impacts;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Impacts;

/// <summary>An impact as it stood in a view.</summary>
/// <param name="Last">The last reading by then, signs included; null where nobody had looked.</param>
internal sealed record ViewedImpact(
    ViewedProject Project,
    Guid Id,
    Impact Impact,
    ImpactStanding Standing,
    int Readings,
    Fact<ImpactReading>? Last
)
{
    /// <summary>The day of the last reading.</summary>
    public DateOnly? LastReading => Last?.Entry.On;

    /// <summary>All of a view, by project and in the order in which they were recorded.</summary>
    public static IReadOnlyList<ViewedImpact> In(RecordsInView records) =>
        records.Once<IReadOnlyList<ViewedImpact>>(() => Read(records));

    private static IReadOnlyList<ViewedImpact> Read(RecordsInView records)
    {
        var readings = records
            .Facts<ImpactReading>(FactKind.ImpactReading)
            .Select(r => r.Fact)
            .ToLookup(r => r.Entry.SubjectId);
        return
        [
            .. records
                .Documents<Impact>(DocumentKind.Impact)
                .Select(i =>
                {
                    var found = readings[i.Document.Id].ToList();
                    return new ViewedImpact(
                        i.Project,
                        i.Document.Id,
                        i.Document.Terms,
                        i.Document.Terms.On(records.AsOf, found.Select(r => (r.Entry.On, r.Says.Outcome))),
                        found.Count,
                        found.OrderBy(r => r.Entry.On).LastOrDefault()
                    );
                }),
        ];
    }
}
