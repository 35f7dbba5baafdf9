using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Projects;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Exports;

/// <summary>Which projects the registers of a portfolio's workbook are of, by their codes.</summary>
/// <param name="Held">Held by the portfolio, and begun.</param>
/// <param name="Led">Led by it: a plan counts there alone.</param>
/// <param name="Booked">With commitments in its books, where these stay when a project has been released.</param>
internal sealed record WorkbookProjects(IReadOnlyList<Guid> Held, IReadOnlyList<Guid> Led, IReadOnlyList<Guid> Booked)
{
    /// <summary>As they stood in a view.</summary>
    public static async Task<WorkbookProjects> ReadAsync(
        AsOfView view,
        Guid portfolioId,
        CancellationToken cancellationToken
    )
    {
        Task<List<Guid>> ByCodeAsync(IQueryable<Project> projects) =>
            new ProjectFilter(Sort: "code").Order(projects).IdsAsync(cancellationToken);
        var held = await new ProjectFilter(Sort: "code")
            .Order(view.ProjectsOf(portfolioId))
            .Select(p => new { p.Id, p.StartedOn })
            .ToListAsync(cancellationToken);
        var then = await view.FormerProjectsAsync(held.Select(p => p.Id), cancellationToken);
        return new(
            [.. held.Where(p => then.Of(p.Id, "startedOn", p.StartedOn) <= view.AsOf).Select(p => p.Id)],
            await ByCodeAsync(view.LedBy(portfolioId)),
            await ByCodeAsync(LedgerFilter.WithLines(view.Db.Projects, new(view.Commitments, portfolioId)))
        );
    }
}
