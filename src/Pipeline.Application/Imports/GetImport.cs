using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Imports;

/// <summary>A file that was taken into a portfolio, with all that was said of it; the portfolio's managers and finance.</summary>
public sealed record GetImport(Guid Id) : IQuery<ImportDetails>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.LedgersNotPermitted];
}

internal sealed class GetImportHandler(IPipelineDb db, ImportAccess access, IUserDirectory users, ICaller caller)
    : IRequestHandler<GetImport, ImportDetails>
{
    public async Task<ImportDetails> Handle(GetImport request, CancellationToken cancellationToken)
    {
        var import = await access.ReadAsync(request.Id, cancellationToken);
        var currency = await db.CurrencyOfAsync(import.PortfolioId, cancellationToken);
        var names = await users.NamesAsync(ImportReply.People(import), cancellationToken);
        return new(
            ImportReply.Of(import, currency, names),
            [.. import.Errors.Select(e => ImportErrorReply.Of(e, caller.Language))],
            [.. import.Notices.Select(n => ImportErrorReply.Of(n, caller.Language))]
        );
    }
}
