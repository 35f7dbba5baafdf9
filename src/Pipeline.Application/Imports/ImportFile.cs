using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Organisations;
using Pipeline.Domain.Common;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Imports;

/// <summary>
/// Takes a file into a portfolio, whole or not at all; its managers. A funder's file (360Giving, or the French format of subsidy agreements) becomes projects and
/// commitments; the portfolio's own workbook changes what was edited in it.
/// </summary>
/// <param name="PortfolioId">Where to.</param>
/// <param name="FileName">For messages; its extension has to be the content's.</param>
/// <param name="Content">A seekable stream.</param>
/// <param name="DryRun">Says what would happen, and writes nothing.</param>
/// <param name="Progress">How far it is, for a person who waits.</param>
public sealed record ImportFile(
    Guid PortfolioId,
    string FileName,
    Stream Content,
    bool DryRun,
    IProgress<ImportProgress>? Progress = null
) : ICommand<ImportReport>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.ManagersOnly,
            CommonRefusals.NotFound,
            FileRefusals.TooLarge,
            FileRefusals.InvalidFile,
            FileRefusals.EmptyFile,
            FileRefusals.EntryIsNoObject,
            FileRefusals.WrongExtension,
            FileRefusals.HalfCharacter,
            FileRefusals.UnclosedQuote,
            FileRefusals.TooManyRows,
            FileRefusals.TooManyColumns,
            RowRefusals.TooManyCells,
            FileRefusals.MacrosRefused,
            FileRefusals.ExternalReferencesRefused,
            FileRefusals.DtdRefused,
            FileRefusals.ZipBomb,
            RowRefusals.UnknownFormat,
            RowRefusals.MissingHeading,
            RowRefusals.DuplicateHeading,
            RowRefusals.DuplicateIdentifier,
            RowRefusals.InvalidCharacter,
            CommonRefusals.TooLong,
            CommonRefusals.UnknownCode,
            CommonRefusals.InvalidDate,
            CommonRefusals.DateInFuture,
            CommonRefusals.BeforeStart,
            CommitmentRefusals.EndsBeforeStart,
            MoneyRefusals.InvalidAmount,
            MoneyRefusals.AmountNotPositive,
            MoneyRefusals.AmountTooLarge,
            MoneyRefusals.TooManyDecimals,
            MoneyRefusals.InvalidCurrency,
            MoneyRefusals.CurrencyDiffers,
            RowRefusals.InvalidShare,
            RowRefusals.CommitmentHasDeliveries,
            RowRefusals.ProjectNotLed,
            WorkbookRefusals.Stale,
            WorkbookRefusals.NotEditable,
            WorkbookRefusals.AppendOnly,
            WorkbookRefusals.UnknownId,
            WorkbookRefusals.UnknownProject,
            OrganisationRefusals.UnknownOrganisation,
            PlanRefusals.DuplicateLine,
            .. CommitmentRefusals.Hours,
        ];
}

/// <summary>How far an import is.</summary>
/// <param name="Done">Rows done.</param>
/// <param name="Total">Rows of the file.</param>
public readonly record struct ImportProgress(int Done, int Total);

internal sealed class ImportFileHandler(IMediator mediator, IPortfolioWorkbookReader workbooks)
    : IRequestHandler<ImportFile, ImportReport>
{
    public Task<ImportReport> Handle(ImportFile request, CancellationToken cancellationToken)
    {
        request.Content.Position = 0;
        var language = workbooks.LanguageOf(request.Content, cancellationToken);
        request.Content.Position = 0;
        return language is { } found
            ? mediator.Send(
                new ImportWorkbook(
                    request.PortfolioId,
                    request.FileName,
                    request.Content,
                    found,
                    request.DryRun,
                    request.Progress
                ),
                cancellationToken
            )
            : mediator.Send(
                new ImportGrants(
                    request.PortfolioId,
                    request.FileName,
                    request.Content,
                    request.DryRun,
                    request.Progress
                ),
                cancellationToken
            );
    }
}
