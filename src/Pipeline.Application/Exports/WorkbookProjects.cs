using Pipeline.Application.Ledgers;
using Pipeline.Application.Projects;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Exports;

/// <summary>Which projects the registers of a portfolio's workbook are of, by their codes.</summary>
/// <param name="Held">Held by the portfolio.</param>
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
        return new(
            await ByCodeAsync(view.ProjectsOf(portfolioId)),
            await ByCodeAsync(view.LedBy(portfolioId)),
            await ByCodeAsync(LedgerFilter.WithLines(view.Db.Projects, new(view.Commitments, portfolioId)))
        );
    }
}
