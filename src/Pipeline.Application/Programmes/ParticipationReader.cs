using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Programmes;

namespace Pipeline.Application.Programmes;

/// <summary>Shows participations as they stood on the day of a view, names beside ids.</summary>
public sealed class ParticipationReader(Scope scope, Names names, ICaller caller)
{
    /// <summary>As they are shown.</summary>
    /// <param name="participations">Of one cohort.</param>
    public async Task<IReadOnlyList<ParticipationReply>> ShowAsync(
        ProgrammeView view,
        Document<Cohort> cohort,
        IReadOnlyList<Document<Participation>> participations,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(cohort);
        var organisations = await names.OfOrganisationsAsync(
            participations.Select(p => (Guid?)p.Terms.Who.OrganisationId),
            view.Then,
            cancellationToken
        );
        var ids = participations.Select(p => p.Terms.Who.ProjectId).OfType<Guid>().Distinct().ToList();
        var projects = await scope
            .Projects.Where(p => ids.Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
        var formerly = view.Then is { } then
            ? await then.FormerProjectsAsync(projects.Keys, cancellationToken)
            : FormerFields.None;
        var person = await names.OfPeopleAsync(participations.Select(p => p.RecordedBy), cancellationToken);
        var held = cohort.Terms.Sessions.Where(s => s.On <= view.Day).ToList();
        return
        [
            .. participations.Select(document =>
            {
                var p = document.Terms;
                var project =
                    p.Who.ProjectId is { } id && projects.TryGetValue(id, out var name)
                        ? new NamedRef(id, formerly.Of(id, "name", name))
                        : null;
                return new ParticipationReply(
                    document.Id,
                    p.CohortId,
                    p.Who.OrganisationId,
                    new(p.Who.OrganisationId, organisations.GetValueOrDefault(p.Who.OrganisationId, "")),
                    p.Who.Territory,
                    p.Who.Nature,
                    p.Who.Participants,
                    project?.Id,
                    project,
                    p.Last.Status,
                    Labels.Of(p.Last.Status).In(caller.Language),
                    p.Last.On,
                    p.Last.Reason,
                    p.Steps,
                    [
                        .. held.SelectMany(s =>
                            s.Attendance.Where(a => a.ParticipationId == document.Id)
                                .Select(a => new SessionAttended(s.Code, s.On, a.Present))
                        ),
                    ],
                    p.Coachings,
                    p.Files,
                    p.MissingOn(view.Day),
                    document.Version,
                    document.RecordedAt,
                    person(document.RecordedBy)
                );
            }),
        ];
    }

    /// <summary>One of them.</summary>
    public async Task<ParticipationReply> ShowAsync(
        ProgrammeView view,
        Document<Participation> participation,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(participation);
        var cohort = view.Cohort(participation.Terms.CohortId);
        return (await ShowAsync(view, cohort, [participation], cancellationToken))[0];
    }
}
