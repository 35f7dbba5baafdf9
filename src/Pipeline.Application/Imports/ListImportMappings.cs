using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Imports;

/// <summary>The mappings that files can be read by: a portfolio's own by their names, then those that are built in; its managers and finance.</summary>
public sealed record ListImportMappings(Guid PortfolioId) : IQuery<ImportMappingsReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.LedgersNotPermitted];
}

/// <summary>Mappings, and what can be said in one.</summary>
/// <param name="Items">The portfolio's own, then those that are built in.</param>
/// <param name="Fields">The fields that headings can mean.</param>
/// <param name="Encodings">What letters can be written in.</param>
public sealed record ImportMappingsReply(
    IReadOnlyList<ImportMappingReply> Items,
    IReadOnlyList<string> Fields,
    IReadOnlyList<string> Encodings
);

internal sealed class ListImportMappingsHandler(IPipelineDb db, Scope scope, IMappingVocabulary vocabulary)
    : IRequestHandler<ListImportMappings, ImportMappingsReply>
{
    public async Task<ImportMappingsReply> Handle(ListImportMappings request, CancellationToken cancellationToken)
    {
        (await scope.InPortfolioAsync(request.PortfolioId, cancellationToken)).RequireLedgers();
        var own = await db
            .ImportMappings.AsNoTracking()
            .Where(m => m.PortfolioId == request.PortfolioId)
            .OrderBy(m => m.Name)
            .ToListAsync(cancellationToken);
        return new(
            [
                .. own.Select(ImportMappingReply.Of),
                .. vocabulary.BuiltIn.Select(m => ImportMappingReply.Of(m.Key, m.Value, builtIn: true, version: 1)),
            ],
            vocabulary.Fields,
            vocabulary.Encodings
        );
    }
}
