using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Imports;

namespace Pipeline.Application.Imports;

/// <summary>Forgets a mapping of a portfolio; its managers. What was imported by it stays.</summary>
public sealed record RemoveImportMapping(Guid PortfolioId, string Name) : ICommand<Unit>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.ManagersOnly, ImportRefusals.BuiltInMapping];
}

internal sealed class RemoveImportMappingHandler(IPipelineDb db, Scope scope, Mappings mappings)
    : IRequestHandler<RemoveImportMapping, Unit>
{
    public async Task<Unit> Handle(RemoveImportMapping request, CancellationToken cancellationToken)
    {
        (await scope.InPortfolioAsync(request.PortfolioId, cancellationToken)).RequireManager();
        if (mappings.BuiltIn(request.Name) is not null)
            throw ImportRefusals.BuiltInMapping.With(request.Name).Exception();
        db.ImportMappings.Remove(
            await mappings.StoredAsync(request.PortfolioId, request.Name, cancellationToken)
                ?? throw NotFoundException.Of("mapping", "correspondance")
        );
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
