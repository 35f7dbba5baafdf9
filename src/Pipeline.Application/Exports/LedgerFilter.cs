using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Projects;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Exports;

/// <summary>What the filter of projects means for ledger lines: a portfolio means its books, all else the project.</summary>
internal static class LedgerFilter
{
    /// <summary>The projects that may have lines, in their order, and which lines.</summary>
    public static (IOrderedQueryable<Project> Projects, LedgerLines Lines) Apply(
        ProjectFilter filter,
        IPipelineDb db,
        Scope scope
    )
    {
        // Lines are in scope by themselves: a portfolio's books keep those of a project that it has released, and that its people see no more.
        var lines = new LedgerLines(scope.Commitments, filter.PortfolioId);
        return (filter.Order(WithLines((filter with { PortfolioId = null }).Narrow(db.Projects, db), lines)), lines);
    }

    /// <summary>Those of the projects that have any of these lines.</summary>
    public static IQueryable<Project> WithLines(IQueryable<Project> projects, LedgerLines lines)
    {
        var commitments = lines.KeptBy is { } kept ? lines.Visible.Where(c => c.PortfolioId == kept) : lines.Visible;
        return commitments.Select(c => c.ProjectId).Distinct().Join(projects, id => id, p => p.Id, (id, p) => p);
    }
}
