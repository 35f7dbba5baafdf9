using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Projects;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Exports;

/// <summary>The register of deliveries and reversals, against the commitments that <see cref="ExportCommitments"/> shows with the same filter.</summary>
public sealed record ExportDeliveries(ProjectFilter Filter) : IStreamedQuery<IAsyncEnumerable<DeliveryRow>>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [ListRefusals.UnknownSort];
}

internal sealed class ExportDeliveriesHandler(IPipelineDb db, Scope scope, LedgerRows ledgers, TimeProvider time)
    : IRequestHandler<ExportDeliveries, IAsyncEnumerable<DeliveryRow>>
{
    // What is wrong with the filter is thrown here, before the first row; rows are read when they are asked for.
    public async Task<IAsyncEnumerable<DeliveryRow>> Handle(
        ExportDeliveries request,
        CancellationToken cancellationToken
    )
    {
        var (projects, lines) = LedgerFilter.Apply(request.Filter, db, scope);
        return ledgers.Deliveries(
            await AsOfView.OpenAsync(db, null, null, time.GetUtcNow(), cancellationToken),
            await projects.IdsAsync(cancellationToken),
            lines
        );
    }
}
