using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Projects;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Reports;

/// <summary>What the filter of projects means for ledger lines: a portfolio means its books, all else the project.</summary>
internal static class LedgerFilter
{
    public static (IQueryable<Project> Projects, IQueryable<Commitment> Commitments) Apply(ProjectFilter filter, IPipelineDb db, Scope scope)
    {
        // Lines are in scope by themselves: a portfolio's books keep those of a project that it has released, and that its people see no more.
        var projects = (filter with { PortfolioId = null }).Narrow(db.Projects, db);
        return (projects, filter.PortfolioId is { } kept ? scope.Commitments.Where(c => c.PortfolioId == kept) : scope.Commitments);
    }
}
