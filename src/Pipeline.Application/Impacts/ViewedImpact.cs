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
        return
        [
            .. records.InOrder.SelectMany(p =>
                p.Records.Once(KeptImpact.In)
                    .Select(i => new ViewedImpact(
                        p.Project,
                        i.Document.Id,
                        i.Document.Terms,
                        i.Document.Terms.On(records.AsOf, i.Found.Select(r => (r.Entry.On, r.Says.Outcome))),
                        i.Found.Count,
                        i.Found.Count > 0 ? i.Found[^1] : null
                    ))
            ),
        ];
    }

    // As much of it as the project's own records say, kept beside them.
    private sealed record KeptImpact(Document<Impact> Document, IReadOnlyList<Fact<ImpactReading>> Found)
    {
        public static IReadOnlyList<KeptImpact> In(ProjectRecords records)
        {
            var readings = records.Facts<ImpactReading>(FactKind.ImpactReading).ToLookup(r => r.Entry.SubjectId);
            return
            [
                .. records
                    .Documents[DocumentKind.Impact]
                    .Select(d => new KeptImpact(
                        d.As<Impact>(),
                        [.. readings[d.Key.DocumentId].OrderBy(r => r.Entry.On)]
                    )),
            ];
        }
    }
}
