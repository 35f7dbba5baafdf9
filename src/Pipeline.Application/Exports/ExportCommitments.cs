using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Projects;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Exports;

/// <summary>
/// The register of commitments, of projects that meet the filter and in their order; with a portfolio those in its books, so that sums agree with its dashboard.
/// </summary>
public sealed record ExportCommitments(ProjectFilter Filter)
    : IStreamedQuery<IAsyncEnumerable<CommitmentRow>>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [ListRefusals.UnknownSort];
}

internal sealed class ExportCommitmentsHandler(IPipelineDb db, Scope scope, LedgerRows ledgers, TimeProvider time)
    : IRequestHandler<ExportCommitments, IAsyncEnumerable<CommitmentRow>>
{
    // What is wrong with the filter is thrown here, before the first row; rows are read when they are asked for.
    public async Task<IAsyncEnumerable<CommitmentRow>> Handle(
        ExportCommitments request,
        CancellationToken cancellationToken
    )
    {
        var (projects, lines) = LedgerFilter.Apply(request.Filter, db, scope);
        return ledgers.Commitments(
            await AsOfView.OpenAsync(db, null, null, time.GetUtcNow(), cancellationToken),
            await projects.IdsAsync(cancellationToken),
            lines
        );
    }
}
