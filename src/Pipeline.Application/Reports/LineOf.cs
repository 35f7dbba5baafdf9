using System.Linq.Expressions;
using Pipeline.Application.Projects;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Reports;

/// <summary>A record with its project beside it.</summary>
internal sealed class LineOf<TRecord>
{
    public Project Project { get; init; } = null!;

    public TRecord Record { get; init; } = default!;
}

/// <summary>Puts records into the order of their projects.</summary>
internal static class LinesOfProjects
{
    /// <summary>The records of these projects, in the projects' order; the caller says in which order within a project.</summary>
    public static IOrderedQueryable<LineOf<TRecord>> Lines<TRecord>(this IQueryable<Project> projects, ProjectFilter order, IQueryable<TRecord> records, Expression<Func<TRecord, Guid>> projectId) =>
        order.Order(projects.Join(records, p => p.Id, projectId, (p, r) => new LineOf<TRecord> { Project = p, Record = r }), line => line.Project);
}
