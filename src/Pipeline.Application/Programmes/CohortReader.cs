using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Programmes;

namespace Pipeline.Application.Programmes;

/// <summary>Shows cohorts as they stood on the day of a view.</summary>
public sealed class CohortReader(Names names, CohortPlaces places, ICaller caller)
{
    /// <summary>As they are shown.</summary>
    public async Task<IReadOnlyList<CohortReply>> ShowAsync(
        ProgrammeView view,
        IReadOnlyList<Document<Cohort>> cohorts,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(view);
        var person = await names.OfPeopleAsync(cohorts.Select(c => c.RecordedBy), cancellationToken);
        var placeOf = await places.PlaceOfAsync(
            cohorts.SelectMany(c => view.AllParticipationsOf(c.Id)).Select(p => p.Terms.Who),
            view.Then,
            cancellationToken
        );
        var seen = await SeenInAsync(view, cohorts, cancellationToken);
        return [.. cohorts.Select(c => Of(view, c, placeOf, seen, person))];
    }

    /// <summary>One of them.</summary>
    public async Task<CohortReply> ShowAsync(
        ProgrammeView view,
        Document<Cohort> cohort,
        CancellationToken cancellationToken
    ) => (await ShowAsync(view, [cohort], cancellationToken))[0];

    /// <summary>One of its sessions.</summary>
    /// <exception cref="NotFoundException">The cohort has none of this code.</exception>
    public async Task<CohortSessionReply> SessionAsync(
        ProgrammeView view,
        Document<Cohort> cohort,
        string code,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(cohort);
        return Of(view, cohort, cohort.Terms.Session(code), await SeenInAsync(view, [cohort], cancellationToken));
    }

    private CohortReply Of(
        ProgrammeView view,
        Document<Cohort> document,
        Func<ParticipationTerms, (Guid Body, string Territory)> placeOf,
        IReadOnlyDictionary<Guid, NamedRef> seen,
        Func<Guid, NamedRef> person
    )
    {
        var cohort = document.Terms;
        // Bodies that were merged are one, and where one of their entries has a place, that is where they stand.
        var places = view.AllParticipationsOf(document.Id).Select(p => p.Terms).GroupBy(p => placeOf(p.Who)).ToList();
        var now = places
            .CountBy(p => (p.LastOrDefault(one => one.HasPlace) ?? p.Last()).Last.Status)
            .ToDictionary(s => s.Key, s => s.Value);
        int Now(ParticipationStatus status) => now.GetValueOrDefault(status);
        var state = cohort.StateOn(view.Day);
        return new(
            document.Id,
            cohort.ProgrammeId,
            new(cohort.ProgrammeId, view.ProgrammeOf(cohort).Name),
            view.PortfolioId,
            cohort.StartsOn,
            cohort.Capacity,
            state,
            Labels.Of(state).In(caller.Language),
            cohort.ClosedOn <= view.Day ? cohort.ClosedOn : null,
            [.. cohort.Sessions.Select(s => Of(view, document, s, seen))],
            places.Count,
            places.Count(p => p.Any(one => one.TookPart)),
            Now(ParticipationStatus.TakingPart),
            Now(ParticipationStatus.Left),
            Now(ParticipationStatus.Finished),
            document.Version,
            document.RecordedAt,
            person(document.RecordedBy)
        );
    }

    // By their ids the participations that the caller sees, each called after who takes part.
    private async Task<IReadOnlyDictionary<Guid, NamedRef>> SeenInAsync(
        ProgrammeView view,
        IReadOnlyList<Document<Cohort>> cohorts,
        CancellationToken cancellationToken
    )
    {
        var seen = cohorts.SelectMany(c => view.ParticipationsOf(c.Id)).ToList();
        var organisations = await names.OfOrganisationsAsync(
            seen.Select(p => (Guid?)p.Terms.Who.OrganisationId),
            view.Then,
            cancellationToken
        );
        return seen.ToDictionary(
            p => p.Id,
            p => new NamedRef(p.Id, organisations.GetValueOrDefault(p.Terms.Who.OrganisationId, ""))
        );
    }

    private static CohortSessionReply Of(
        ProgrammeView view,
        Document<Cohort> cohort,
        CohortSession session,
        IReadOnlyDictionary<Guid, NamedRef> seen
    ) =>
        new(
            cohort.Id,
            session.Code,
            new(session.Name.En, session.Name.Fr),
            session.On,
            session.PlannedOn(cohort.Terms.StartsOn),
            session.Coached,
            [
                .. session
                    .Attendance.Where(a => session.On <= view.Day && seen.ContainsKey(a.ParticipationId))
                    .Select(a => new AttendanceReply(a.ParticipationId, seen[a.ParticipationId], a.Present)),
            ],
            cohort.Version
        );
}
