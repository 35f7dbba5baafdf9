using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Projects;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Reports;

/// <summary>What the filter of projects means for ledger lines: a portfolio means its books, all else the project.</summary>
internal static class LedgerFilter
{
    /// <summary>The projects that may have lines, in their order, and which lines.</summary>
    public static (IOrderedQueryable<Project> Projects, LedgerLines Lines) Apply(ProjectFilter filter, IPipelineDb db, Scope scope)
    {
        // Lines are in scope by themselves: a portfolio's books keep those of a project that it has released, and that its people see no more.
        var projects = (filter with { PortfolioId = null }).Narrow(db.Projects, db);
        return (filter.Order(filter.PortfolioId is { } kept ? InBooksOf(kept, projects, db) : projects, p => p), new(scope.Commitments, filter.PortfolioId));
    }

    /// <summary>Those of the projects that a portfolio's books have lines of.</summary>
    public static IQueryable<Project> InBooksOf(Guid portfolioId, IQueryable<Project> projects, IPipelineDb db) =>
        db.Commitments.Where(c => c.PortfolioId == portfolioId).Select(c => c.ProjectId).Distinct().Join(projects, id => id, p => p.Id, (id, p) => p);
}
