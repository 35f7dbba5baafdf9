using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Impacts;
using Pipeline.Domain.Reference;

namespace Pipeline.Application.Impacts;

/// <summary>The impacts of a portfolio's projects.</summary>
/// <param name="Total">How many.</param>
/// <param name="ByKind">By kind, and by where they stand; too early is no failure.</param>
/// <param name="ByForeseen">By how they were looked for.</param>
/// <param name="NextDue">The next to be looked at, those that are due before all: at most ten.</param>
public sealed record ImpactBlock(
    int Total,
    IReadOnlyDictionary<string, ImpactStates> ByKind,
    IReadOnlyDictionary<string, int> ByForeseen,
    IReadOnlyList<DueImpact> NextDue
)
{
    private const int MostDue = 10;

    internal static ImpactBlock Of(RecordsInView records)
    {
        var impacts = ViewedImpact.In(records);
        return new(
            impacts.Count,
            Enum.GetValues<ImpactKind>()
                .ToDictionary(k => Codes.Of(k), k => ImpactStates.Of([.. impacts.Where(i => i.Impact.Kind == k)])),
            Enum.GetValues<Foreseen>().ToDictionary(f => Codes.Of(f), f => impacts.Count(i => i.Impact.Foreseen == f)),
            [
                .. impacts
                    .Where(i => i.Standing.DueOn is not null && !i.Project.Ended)
                    .OrderBy(i => i.Standing.DueOn)
                    .ThenBy(i => i.Id)
                    .Take(MostDue)
                    .Select(i => new DueImpact(
                        i.Project.Id,
                        i.Id,
                        i.Impact.Kind,
                        i.Impact.Statement,
                        i.Standing.State,
                        i.Standing.DueOn!.Value
                    )),
            ]
        );
    }
}

/// <summary>How many impacts stand where.</summary>
public sealed record ImpactStates(int TooEarly, int Due, int Read)
{
    internal static ImpactStates Of(IReadOnlyCollection<ViewedImpact> impacts)
    {
        int Count(ImpactState state) => impacts.Count(i => i.Standing.State == state);
        return new(Count(ImpactState.TooEarly), Count(ImpactState.Due), Count(ImpactState.Read));
    }
}

/// <summary>An impact that is to be looked at.</summary>
/// <param name="DueOn">Its next horizon, or the one that has passed unread.</param>
public sealed record DueImpact(
    Guid ProjectId,
    Guid ImpactId,
    ImpactKind Kind,
    string Statement,
    ImpactState State,
    DateOnly DueOn
);
