using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Projects;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Exports;

/// <summary>The register of transitions: every report of the projects that the list shows with the same filter, in its order.</summary>
public sealed record ExportTransitions(ProjectFilter Filter)
    : IStreamedQuery<IAsyncEnumerable<TransitionRow>>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [ListRefusals.UnknownSort];
}

internal sealed class ExportTransitionsHandler(
    IPipelineDb db,
    Scope scope,
    TransitionRows transitions,
    TimeProvider time
) : IRequestHandler<ExportTransitions, IAsyncEnumerable<TransitionRow>>
{
    // What is wrong with the filter is thrown here, before the first row; rows are read when they are asked for.
    public async Task<IAsyncEnumerable<TransitionRow>> Handle(
        ExportTransitions request,
        CancellationToken cancellationToken
    )
    {
        var view = await AsOfView.OpenAsync(db, null, null, time.GetUtcNow(), cancellationToken);
        return transitions.Read(view, await request.Filter.Apply(scope.Projects, db).IdsAsync(cancellationToken));
    }
}
