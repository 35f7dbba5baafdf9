using Pipeline.Application.Modules;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Programmes;

namespace Pipeline.Application.Programmes;

/// <summary>What programmes add to the common views.</summary>
internal sealed class ProgrammeModule(ProgrammeAccess access, Names names) : IModule
{
    /// <inheritdoc />
    public async ValueTask<IEnumerable<DueItem>> PortfolioDeadlinesAsync(
        Guid? portfolioId,
        CancellationToken cancellationToken
    ) =>
        from view in await access.AllAsync(portfolioId, cancellationToken)
        from cohort in view.Cohorts
        where cohort.Terms.StateOn(view.Day) != CohortState.Closed
        from session in cohort.Terms.Sessions
        where session.Waits
        select new DueItem(
            DeadlineKind.ProgrammeSession,
            null,
            session.On,
            new Text("{0}: {1}", "{0} : {1}").With(view.ProgrammeOf(cohort.Terms).Name, session.Name),
            $"cohorts/{cohort.Id}"
        )
        {
            PortfolioId = view.PortfolioId,
            Of = session.Code,
            TakingPart =
            [
                .. view.AllParticipationsOf(cohort.Id)
                    .Where(p => p.Terms.HasPlace)
                    .Select(p => p.Terms.Who.ProjectId)
                    .OfType<Guid>()
                    .Distinct(),
            ],
        };

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<ModuleSheet>> SheetsAsync(
        RecordsInView records,
        CancellationToken cancellationToken
    )
    {
        if (records.PortfolioId is not { } portfolioId)
            return [];
        var view = await access.InAsync(records, portfolioId, cancellationToken);
        var all = view
            .Cohorts.SelectMany(c => view.AllParticipationsOf(c.Id).Select(p => (Cohort: c, Participation: p)))
            .ToList();
        var organisations = await names.OfOrganisationsAsync(
            all.Select(p => (Guid?)p.Participation.Terms.Who.OrganisationId),
            records.Then,
            cancellationToken
        );
        return
        [
            ModuleSheet.Of(
                all.OrderBy(p => view.ProgrammeOf(p.Cohort.Terms).Code, StringComparer.Ordinal)
                    .ThenBy(p => p.Cohort.Terms.StartsOn)
                    .ThenBy(p => p.Participation.Id)
                    .Select(p => Row(view, p.Cohort, p.Participation, organisations, records.Projects))
            ),
        ];
    }

    private static CohortRow Row(
        ProgrammeView view,
        Document<Cohort> cohort,
        Document<Participation> participation,
        IReadOnlyDictionary<Guid, string> organisations,
        IReadOnlyDictionary<Guid, ViewedProject> projects
    )
    {
        var (c, p) = (cohort.Terms, participation.Terms);
        var programme = view.ProgrammeOf(c);
        var attended = c
            .Sessions.Where(s => s.On <= view.Day)
            .SelectMany(s => s.Attendance)
            .Where(a => a.ParticipationId == participation.Id)
            .ToList();
        var missing = p.MissingOn(view.Day);
        return new(
            participation.Id,
            cohort.Id,
            programme.Code,
            programme.Name,
            c.StartsOn,
            Labels.Of(c.StateOn(view.Day)),
            c.ClosedOn <= view.Day ? c.ClosedOn : null,
            c.Capacity,
            organisations.GetValueOrDefault(p.Who.OrganisationId, ""),
            p.Who.Territory,
            Labels.Of(p.Who.Nature),
            string.Join(", ", p.Who.Participants),
            p.Who.ProjectId is { } project ? projects.GetValueOrDefault(project)?.Code : null,
            Labels.Of(p.Last.Status),
            p.Last.On,
            p.Last.Reason,
            attended.Count(a => a.Present),
            attended.Count(a => !a.Present),
            p.Coachings.Count,
            !missing.Contains(MilestoneKind.PracticeReview),
            !missing.Contains(MilestoneKind.Coherence),
            !missing.Contains(MilestoneKind.Roadmap),
            !missing.Contains(MilestoneKind.Results)
        );
    }
}
