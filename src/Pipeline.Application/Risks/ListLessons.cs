using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Risks;

/// <summary>
/// What the passages of a portfolio's projects have taught, the newest first, as of a day and as known at an instant: lost knowledge is the sources' main complaint (RC l.2079-2083, l.2470).
/// </summary>
/// <param name="Q">Part of the text, case and accents aside.</param>
public sealed record ListLessons(Guid PortfolioId, string? Q, DateOnly? AsOf, DateTimeOffset? KnownAt, PageOf Page)
    : ISnapshotQuery<Paged<LessonReply>>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [CommonRefusals.DateInFuture];
}

/// <summary>The lessons of a passage.</summary>
public sealed record LessonReply(
    Guid TransitionId,
    Guid ProjectId,
    string ProjectCode,
    string ProjectName,
    Trigger Trigger,
    Phase FromPhase,
    Phase ToPhase,
    DateOnly EffectiveOn,
    string Lessons
);

internal sealed class ListLessonsHandler(IPipelineDb db, Scope scope, TimeProvider time)
    : IRequestHandler<ListLessons, Paged<LessonReply>>
{
    public async Task<Paged<LessonReply>> Handle(ListLessons request, CancellationToken cancellationToken)
    {
        await scope.InPortfolioAsync(request.PortfolioId, cancellationToken);
        var view = await AsOfView.OpenAsync(db, request.AsOf, request.KnownAt, time.GetUtcNow(), cancellationToken);
        var passages =
            from h in view.HoldingsOf(request.PortfolioId)
            join t in db.Transitions on h.ProjectId equals t.ProjectId
            join e in view.Effects on t.Id equals e.TransitionId
            join p in db.Projects on h.ProjectId equals p.Id
            where t.Lessons != null
            select new { Passage = t, Project = p };
        if (!string.IsNullOrWhiteSpace(request.Q))
        {
            var part = Folded.Of(request.Q.Trim());
            passages = passages.Where(l => l.Passage.LessonsSearch!.Contains(part));
        }
        var page = await passages
            .OrderByDescending(l => l.Passage.EffectiveOn)
            .ThenByDescending(l => l.Passage.RecordedAt)
            .ThenBy(l => l.Passage.Id)
            .Select(l => new LessonReply(
                l.Passage.Id,
                l.Project.Id,
                l.Project.Code,
                l.Project.Name,
                l.Passage.Trigger,
                l.Passage.FromPhase,
                l.Passage.ToPhase,
                l.Passage.EffectiveOn,
                l.Passage.Lessons!
            ))
            .ToPageAsync(request.Page, cancellationToken);
        var then = await view.FormerProjectsAsync(page.Items.Select(l => l.ProjectId).Distinct(), cancellationToken);
        return page.Select(l => l with { ProjectName = then.Of(l.ProjectId, "name", l.ProjectName) });
    }
}
