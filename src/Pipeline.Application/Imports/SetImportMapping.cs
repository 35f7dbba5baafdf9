using System.ComponentModel.DataAnnotations;
using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Imports;

namespace Pipeline.Application.Imports;

/// <summary>Keeps a mapping under a name, or changes the one that is there; the portfolio's managers.</summary>
/// <param name="Read">The mapping's version as it was read; needed where another one is kept under the name.</param>
public sealed record SetImportMapping(Guid PortfolioId, string Name, VersionRead? Read, MappingBody Body)
    : ICommand<ImportMappingReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.ManagersOnly,
            ImportRefusals.BuiltInMapping,
            CommonRefusals.UnknownField,
            ImportRefusals.MappedTwice,
            ImportRefusals.UnknownEncoding,
            ImportRefusals.InvalidDateForm,
            CommonRefusals.Required,
            CommonRefusals.TooLong,
            CommonRefusals.TooMany,
            CommonRefusals.TooEarly,
        ];
}

/// <summary>How a table is read.</summary>
/// <param name="Columns">From a heading as the table writes it to a field: <c>title</c>, <c>amount</c>, <c>awardDate</c>, <c>recipient</c>, <c>funder</c> are needed; the names of the 360Giving standard and of the French format are known as well.</param>
/// <param name="Constants">From a field to the value that rows have whose cell is empty, or missing.</param>
/// <param name="HeadingRow">The row of the headings, from 1; found where left out.</param>
/// <param name="DateForm">How days are written, for example <c>dd/MM/yyyy</c>; all usual forms where left out.</param>
/// <param name="DecimalSign"><c>.</c> or <c>,</c>; seen by the amounts where left out.</param>
/// <param name="Encoding">What the letters are written in that are not UTF-8; found out where left out.</param>
public sealed record MappingBody(
    IReadOnlyDictionary<string, string> Columns,
    IReadOnlyDictionary<string, string>? Constants = null,
    int? HeadingRow = null,
    [property: StringLength(Limits.Code)] string? DateForm = null,
    [property: StringLength(1)] string? DecimalSign = null,
    [property: StringLength(Limits.Code)] string? Encoding = null
);

internal sealed class SetImportMappingHandler(IPipelineDb db, Scope scope, Mappings mappings, TimeProvider time)
    : IRequestHandler<SetImportMapping, ImportMappingReply>
{
    public async Task<ImportMappingReply> Handle(SetImportMapping request, CancellationToken cancellationToken)
    {
        (await scope.InPortfolioAsync(request.PortfolioId, cancellationToken)).RequireManager();
        if (mappings.BuiltIn(request.Name) is not null)
            throw ImportRefusals.BuiltInMapping.With(request.Name).Exception();
        var body = request.Body;
        var mapping = new TableMapping(
            body.Columns,
            body.Constants,
            body.HeadingRow,
            body.DateForm,
            body.DecimalSign,
            body.Encoding
        );
        mappings.Require(mapping);
        var stored = await mappings.StoredAsync(request.PortfolioId, request.Name, cancellationToken);
        if (request.Read?.Version is { } version)
            // What was read may be gone by now.
            (stored ?? throw CommonRefusals.Stale.Exception()).RequireVersion(version);
        if (stored is null)
            db.ImportMappings.Add(
                stored = new ImportMapping(request.PortfolioId, request.Name, mapping, time.GetUtcNow())
            );
        else if (!stored.Mapping.Says(mapping))
        {
            if (request.Read is null)
                throw CommonRefusals.VersionRequired.Exception();
            stored.Change(mapping);
        }
        await db.SaveChangesAsync(cancellationToken);
        return ImportMappingReply.Of(stored);
    }
}
