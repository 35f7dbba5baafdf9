using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Modules;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;

namespace Pipeline.Application.Deadlines;

/// <summary>
/// Gathers what is due: from every module, and from the core. Projects are read some hundred at a time, so that what is kept of any number of them are the
/// deadlines that were asked for.
/// </summary>
public sealed class DeadlineReader(
    IPipelineDb db,
    Scope scope,
    IEnumerable<IModule> modules,
    CoreDeadlines core,
    TimeProvider time
)
{
    private const int AtOnce = 500;

    /// <summary>What is due, in no order.</summary>
    /// <param name="wanted">What is asked for.</param>
    public async Task<IReadOnlyList<(DueItem Item, DeadlineProject? Project)>> ReadAsync(
        Guid? portfolioId,
        Guid? projectId,
        Func<DueItem, bool> wanted,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        var projects = scope.Projects;
        if (portfolioId is { } portfolio)
            projects = projects.Where(p =>
                db.Holdings.Any(h => h.ProjectId == p.Id && h.PortfolioId == portfolio && h.EndedAt == null)
            );
        if (projectId is { } project)
            projects = projects.Where(p => p.Id == project);
        var all = await projects
            .OrderBy(p => p.Id)
            .Select(p => new ViewedProject(
                p.Id,
                p.Code,
                p.Name,
                portfolioId == null || p.LeadPortfolioId == portfolioId,
                p.Standing == Standing.Stopped || p.Standing == Standing.Adopted
            )
            {
                StartedOn = p.StartedOn,
                LeadPortfolioId = p.LeadPortfolioId,
            })
            .ToListAsync(cancellationToken);
        var found = new List<(DueItem, DeadlineProject?)>();
        foreach (var some in all.Chunk(AtOnce))
        {
            var ids = db.Projects.Of([.. some.Select(p => p.Id)], p => p.Id).Select(p => p.Id);
            var records = await RecordsInView.ReadAsync(
                db,
                portfolioId,
                some,
                ids,
                now.Today(),
                now,
                then: null,
                scope.Documents,
                cancellationToken
            );
            var due = new List<DueItem>(await core.OfProjectsAsync(ids, cancellationToken));
            foreach (var module in modules)
                due.AddRange(await module.DeadlinesAsync(records, cancellationToken));
            found.AddRange(
                due.Where(wanted)
                    .Select(item =>
                        (
                            item,
                            (DeadlineProject?)
                                new DeadlineProject(
                                    item.ProjectId!.Value,
                                    records.Projects[item.ProjectId.Value].Code,
                                    records.Projects[item.ProjectId.Value].Name
                                )
                        )
                    )
            );
        }
        var own = new List<DueItem>();
        if (projectId is null)
            own.AddRange(await core.OfPortfoliosAsync(portfolioId, cancellationToken));
        foreach (var module in modules)
            own.AddRange(await module.PortfolioDeadlinesAsync(portfolioId, cancellationToken));
        // Of one project: what it takes part in, which then is that project's too.
        if (projectId is null)
            found.AddRange(own.Where(wanted).Select(item => (item, (DeadlineProject?)null)));
        else
            foreach (var p in all)
                found.AddRange(
                    own.Where(item => item.TakingPart.Contains(p.Id))
                        .Where(wanted)
                        .Select(item => (item, (DeadlineProject?)new DeadlineProject(p.Id, p.Code, p.Name)))
                );
        return found;
    }
}
