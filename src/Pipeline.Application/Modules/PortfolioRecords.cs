using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Records;
using Pipeline.Domain.Phases;

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
        var projects = await view.ProjectsOf(portfolioId)
            .Select(p => new ViewedProject(
                p.Id,
                p.Code,
                p.Name,
                p.LeadPortfolioId == portfolioId,
                p.Standing == Standing.Stopped || p.Standing == Standing.Adopted
            )
            {
                LeadPortfolioId = p.LeadPortfolioId == portfolioId ? portfolioId : null,
                StartedOn = p.StartedOn,
            })
            .ToListAsync(cancellationToken);
        var then = await view.FormerProjectsAsync(projects.Select(p => p.Id), cancellationToken);
        return await InAsync(
            view,
            portfolioId,
            projects.Select(p =>
                p with
                {
                    Name = then.Of(p.Id, "name", p.Name),
                    StartedOn = then.Of(p.Id, "startedOn", p.StartedOn),
                }
            ),
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
