using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Records;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Modules;

/// <summary>The records of the projects that a portfolio holds.</summary>
public sealed class PortfolioRecords(IPipelineDb db, TimeProvider time)
{
    /// <summary>As they stand now.</summary>
    public async Task<RecordsInView> NowAsync(Guid portfolioId, CancellationToken cancellationToken)
    {
        var view = await AsOfView.OpenAsync(db, null, null, time.GetUtcNow(), cancellationToken);
        return await InAsync(view, portfolioId, cancellationToken);
    }

    /// <summary>As they stood in a view.</summary>
    public async Task<RecordsInView> InAsync(AsOfView view, Guid portfolioId, CancellationToken cancellationToken)
    {
        var ended = view.LastEffects.Where(e => e.ToStanding == Standing.Stopped || e.ToStanding == Standing.Adopted);
        var held = await view.HoldingsOf(portfolioId)
            .Join(
                db.Projects.Where(p => p.RecordedAt <= view.KnownAt),
                h => h.ProjectId,
                p => p.Id,
                (h, p) =>
                    new
                    {
                        p.Id,
                        p.Code,
                        p.Name,
                        p.StartedOn,
                        Led = h.Kind == HoldingKind.Lead,
                        Ended = ended.Any(e => e.ProjectId == p.Id),
                    }
            )
            .ToListAsync(cancellationToken);
        var then = await view.FormerProjectsAsync(held.Select(p => p.Id), cancellationToken);
        return await InAsync(
            view,
            portfolioId,
            held.Select(p => new ViewedProject(p.Id, p.Code, then.Of(p.Id, "name", p.Name), p.Led, p.Ended)
                {
                    LeadPortfolioId = p.Led ? portfolioId : null,
                    StartedOn = then.Of(p.Id, "startedOn", p.StartedOn),
                })
                .Where(p => p.StartedOn <= view.AsOf),
            cancellationToken
        );
    }

    /// <summary>As they stood in a view, where its projects are known.</summary>
    /// <param name="projects">Held in that view.</param>
    public Task<RecordsInView> InAsync(
        AsOfView view,
        Guid portfolioId,
        IEnumerable<ViewedProject> projects,
        CancellationToken cancellationToken
    ) =>
        RecordsInView.ReadAsync(
            db,
            portfolioId,
            projects,
            view.HoldingsOf(portfolioId).Select(h => h.ProjectId),
            view.AsOf,
            view.KnownAt,
            view,
            db.DocumentVersions,
            cancellationToken
        );
}
