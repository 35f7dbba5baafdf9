using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Organisations;
using Pipeline.Domain.Common;
using Pipeline.Domain.Imports;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Imports;

/// <summary>
/// Takes a file into a portfolio; its managers. A funder's file (360Giving, the French format of subsidy agreements, or a table with a mapping) becomes projects and
/// commitments; the portfolio's own workbook changes what was edited in it. It is read whole before anything is written, so that nobody waits for the reading.
/// </summary>
/// <param name="PortfolioId">Where to.</param>
/// <param name="FileName">For messages; its extension has to be the content's.</param>
/// <param name="Content">A seekable stream.</param>
/// <param name="DryRun">Says what would happen, and writes nothing.</param>
/// <param name="OnError">What becomes of a file in which some rows are wrong. The portfolio's own workbook is taken whole or not at all, whatever is asked.</param>
/// <param name="Mapping">The name of a mapping that says what the headings mean; null for the formats that are known.</param>
/// <param name="Encoding">What the letters are written in that are not UTF-8; null to find out.</param>
/// <param name="Progress">How far it is, for a person who waits.</param>
public sealed record ImportFile(
    Guid PortfolioId,
    string FileName,
    Stream Content,
    bool DryRun = false,
    ErrorHandling OnError = ErrorHandling.Refuse,
    string? Mapping = null,
    string? Encoding = null,
    IProgress<ImportProgress>? Progress = null
) : IRequest<ImportReport>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.ManagersOnly,
            CommonRefusals.NotFound,
            .. FileRefusals.OfTables,
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
            ProjectRefusals.StartContradicted,
            CommitmentRefusals.EndsBeforeStart,
            MoneyRefusals.InvalidAmount,
            MoneyRefusals.AmountNotPositive,
            MoneyRefusals.AmountTooLarge,
            MoneyRefusals.TooManyDecimals,
            MoneyRefusals.InvalidCurrency,
            MoneyRefusals.CurrencyDiffers,
            RowRefusals.AmbiguousAmount,
            RowRefusals.AmbiguousDate,
            RowRefusals.ErrorValue,
            RowRefusals.LostLetter,
            RowRefusals.SeveralValues,
            RowRefusals.IndividualRecipient,
            RowRefusals.InvalidShare,
            RowRefusals.AmbiguousShare,
            RowRefusals.DecisionIncomplete,
            RowRefusals.PortfolioLeft,
            ImportRefusals.UnknownMapping,
            ImportRefusals.UnknownEncoding,
            RowRefusals.CommitmentHasDeliveries,
            RowRefusals.ProjectNotLed,
            WorkbookRefusals.Stale,
            WorkbookRefusals.NotEditable,
            WorkbookRefusals.AppendOnly,
            WorkbookRefusals.UnknownId,
            WorkbookRefusals.UnknownProject,
            WorkbookRefusals.UnknownSheet,
            OrganisationRefusals.UnknownOrganisation,
            PlanRefusals.DuplicateLine,
            .. CommitmentRefusals.Hours,
        ];
}

/// <summary>How far an import is.</summary>
/// <param name="Done">Rows done.</param>
/// <param name="Total">Rows of the file.</param>
public readonly record struct ImportProgress(int Done, int Total);

internal sealed class ImportFileHandler(
    IPipelineDb db,
    Scope scope,
    Mappings mappings,
    IGrantFileReader reader,
    IPortfolioWorkbookReader workbooks,
    GrantImporter grants,
    WorkbookImporter edits,
    TimeProvider time
) : IRequestHandler<ImportFile, ImportReport>
{
    public async Task<ImportReport> Handle(ImportFile request, CancellationToken cancellationToken)
    {
        (await scope.InPortfolioAsync(request.PortfolioId, cancellationToken)).RequireManager();
        var mapping = await mappings.NamedAsync(request.PortfolioId, request.Mapping, cancellationToken);
        mappings.RequireEncoding(request.Encoding, "encoding");

        request.Content.Position = 0;
        if (workbooks.Open(request.Content, request.FileName, cancellationToken) is { } book)
            return await RunAsync(!request.DryRun, () => edits.RunAsync(request, book, cancellationToken));

        request.Content.Position = 0;
        var file = reader.Read(
            request.Content,
            request.FileName,
            mapping,
            request.Encoding,
            time.GetUtcNow().Today(),
            cancellationToken
        );
        // What is refused for what it says itself is only held against what is stored, to tell of every error at once.
        var writes = !request.DryRun && (file.Faults.Count == 0 || file.Skips(request.OnError));
        return await RunAsync(writes, () => grants.RunAsync(request, file, writes, cancellationToken));

        // What a file says is held against all that a portfolio has, which no version guards: in turn (docs/adr/0055). What only tells what would happen holds nobody up.
        Task<ImportReport> RunAsync(bool inTurn, Func<Task<ImportReport>> work) =>
            inTurn
                ? db.InTransactionAsync(
                    async () =>
                    {
                        await db.TakeTurnAsync(cancellationToken);
                        return await work();
                    },
                    cancellationToken
                )
                : db.InSnapshotAsync(work, lasting: false, cancellationToken);
    }
}
