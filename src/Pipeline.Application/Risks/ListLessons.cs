using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Risks;

/// <summary>
/// What the passages of a portfolio's projects have taught, the newest first: lost knowledge is the sources' main complaint (RC l.2079-2083, l.2470).
/// </summary>
/// <param name="Q">Part of the text, case and accents aside.</param>
public sealed record ListLessons(Guid PortfolioId, string? Q, PageOf Page) : IQuery<Paged<LessonReply>>;

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

internal sealed class ListLessonsHandler(IPipelineDb db, Scope scope) : IRequestHandler<ListLessons, Paged<LessonReply>>
{
    public async Task<Paged<LessonReply>> Handle(ListLessons request, CancellationToken cancellationToken)
    {
        await scope.InPortfolioAsync(request.PortfolioId, cancellationToken);
        var passages =
            from h in db.Holdings
            join t in db.Transitions on h.ProjectId equals t.ProjectId
            join e in db.Effects on t.Id equals e.TransitionId
            join p in db.Projects on h.ProjectId equals p.Id
            where h.PortfolioId == request.PortfolioId && h.EndedAt == null && t.Lessons != null
            select new { Passage = t, Project = p };
        if (!string.IsNullOrWhiteSpace(request.Q))
        {
            var part = Folded.Of(request.Q.Trim());
            passages = passages.Where(l => l.Passage.LessonsSearch!.Contains(part));
        }
        return await passages
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
    }
}
