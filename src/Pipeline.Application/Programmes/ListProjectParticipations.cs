using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Programmes;

namespace Pipeline.Application.Programmes;

/// <summary>
/// Which programmes a project takes part in, the cohort that starts first first, as of a day and as known at an instant: its owners see all of them, others those of portfolios that they
/// see.
/// </summary>
public sealed record ListProjectParticipations(Guid ProjectId, DateOnly? AsOf, DateTimeOffset? KnownAt)
    : ISnapshotQuery<Listed<ProjectParticipationReply>>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [CommonRefusals.DateInFuture];
}

/// <summary>A project's way with a cohort.</summary>
/// <param name="Id">The participation.</param>
/// <param name="PortfolioId">Whose programme it is.</param>
/// <param name="StartsOn">The first day of the cohort.</param>
/// <param name="State">Where the cohort stands on the day, by its dates.</param>
/// <param name="StateLabel">The same in the caller's language.</param>
/// <param name="Territory">For which territory it takes part.</param>
/// <param name="Status">Where the project stands on the day, by what happened.</param>
/// <param name="StatusLabel">The same in the caller's language.</param>
/// <param name="Since">Since when.</param>
/// <param name="Reason">Why, where a reason was given.</param>
/// <param name="Steps">What happened, in its order.</param>
/// <param name="MissingFiles">Milestone files that are not handed in.</param>
public sealed record ProjectParticipationReply(
    Guid Id,
    Guid PortfolioId,
    NamedRef Programme,
    Guid CohortId,
    DateOnly StartsOn,
    CohortState State,
    string StateLabel,
    string Territory,
    ParticipationStatus Status,
    string StatusLabel,
    DateOnly Since,
    string? Reason,
    IReadOnlyList<ParticipationStep> Steps,
    IReadOnlyList<MilestoneKind> MissingFiles
);

internal sealed class ListProjectParticipationsHandler(Scope scope, ProgrammeAccess access, ICaller caller)
    : IRequestHandler<ListProjectParticipations, Listed<ProjectParticipationReply>>
{
    public async Task<Listed<ProjectParticipationReply>> Handle(
        ListProjectParticipations request,
        CancellationToken cancellationToken
    )
    {
        await scope.InProjectAsync(request.ProjectId, cancellationToken);
        var views = await access.AroundAsync(request.ProjectId, request.AsOf, request.KnownAt, cancellationToken);
        return new([
            .. from view in views
            from cohort in view.Cohorts
            from participation in view.ParticipationsOf(cohort.Id)
            where participation.Terms.Who.ProjectId == request.ProjectId
            orderby cohort.Terms.StartsOn, participation.Id
            select Of(view, cohort, participation),
        ]);
    }

    private ProjectParticipationReply Of(
        ProgrammeView view,
        Document<Cohort> cohort,
        Document<Participation> participation
    )
    {
        var (c, p) = (cohort.Terms, participation.Terms);
        var state = c.StateOn(view.Day);
        return new(
            participation.Id,
            view.PortfolioId,
            new(c.ProgrammeId, view.ProgrammeOf(c).Name),
            cohort.Id,
            c.StartsOn,
            state,
            Labels.Of(state).In(caller.Language),
            p.Who.Territory,
            p.Last.Status,
            Labels.Of(p.Last.Status).In(caller.Language),
            p.Last.On,
            p.Last.Reason,
            p.Steps,
            p.MissingOn(view.Day)
        );
    }
}
