using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Projects;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Exports;

/// <summary>The register of projects: all that the list shows with the same filter, in its order, with their ledgers in the books of the filter's portfolio, or in all.</summary>
/// <param name="Language">Of domains and regions.</param>
public sealed record ExportProjects(ProjectFilter Filter, Language Language)
    : IStreamedQuery<IAsyncEnumerable<ProjectRow>>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [ListRefusals.UnknownSort];
}

internal sealed class ExportProjectsHandler(IPipelineDb db, Scope scope, ProjectRows projects, TimeProvider time)
    : IRequestHandler<ExportProjects, IAsyncEnumerable<ProjectRow>>
{
    // What is wrong with the filter is thrown here, before the first row; rows are read when they are asked for.
    public async Task<IAsyncEnumerable<ProjectRow>> Handle(ExportProjects request, CancellationToken cancellationToken)
    {
        var view = await AsOfView.OpenAsync(db, null, null, time.GetUtcNow(), cancellationToken);
        var ids = await request.Filter.Apply(scope.Projects, db).IdsAsync(cancellationToken);
        return projects
            .Read(view, ids, request.Filter.PortfolioId, request.Language, cancellationToken)
            .Select(p => p.Row);
    }
}
