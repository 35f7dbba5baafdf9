using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Imports;

/// <summary>A mapping of a portfolio, or one that is built in; the portfolio's managers and finance.</summary>
public sealed record GetImportMapping(Guid PortfolioId, string Name) : IQuery<ImportMappingReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.LedgersNotPermitted];
}

internal sealed class GetImportMappingHandler(Scope scope, Mappings mappings)
    : IRequestHandler<GetImportMapping, ImportMappingReply>
{
    public async Task<ImportMappingReply> Handle(GetImportMapping request, CancellationToken cancellationToken)
    {
        (await scope.InPortfolioAsync(request.PortfolioId, cancellationToken)).RequireLedgers();
        if (mappings.BuiltIn(request.Name) is { } builtIn)
            return ImportMappingReply.Of(request.Name, builtIn, builtIn: true, version: 1);
        return ImportMappingReply.Of(
            await mappings.StoredAsync(request.PortfolioId, request.Name, cancellationToken)
                ?? throw NotFoundException.Of("mapping", "correspondance")
        );
    }
}
