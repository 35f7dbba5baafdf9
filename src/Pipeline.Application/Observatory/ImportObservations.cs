using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Imports;
using Pipeline.Domain.Common;
using Pipeline.Domain.Imports;
using Pipeline.Domain.Observatory;

namespace Pipeline.Application.Observatory;

/// <summary>
/// Takes a table of observations in, whole or not at all; administrators, since everybody reads them. It is read before anything is written, so that nobody waits for the reading.
/// </summary>
/// <param name="FileName">Its extension has to be the content's.</param>
/// <param name="Content">A seekable stream.</param>
/// <param name="Encoding">What its letters are written in; null to find out.</param>
/// <param name="DryRun">Says what would happen, and writes nothing.</param>
public sealed record ImportObservations(string FileName, Stream Content, string? Encoding, bool DryRun)
    : IRequest<ObservationImportReport>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.AdministratorsOnly,
            ImportRefusals.UnknownEncoding,
            .. FileRefusals.OfTables,
            RowRefusals.MissingHeading,
            RowRefusals.DuplicateHeading,
            RowRefusals.InvalidCharacter,
            CommonRefusals.Required,
            CommonRefusals.TooLong,
            CommonRefusals.UnknownCode,
            ObservationRefusals.UnknownHeading,
            ObservationRefusals.InvalidNumber,
            ObservationRefusals.MixedDecimalSigns,
            ObservationRefusals.SeveralSheets,
            ObservationRefusals.DuplicateRow,
            ObservationRefusals.PercentOutOfRange,
        ];
}

internal sealed class ImportObservationsHandler(
    IPipelineDb db,
    Scope scope,
    IObservationFileReader reader,
    Mappings mappings,
    ICaller caller,
    TimeProvider time
) : IRequestHandler<ImportObservations, ObservationImportReport>
{
    public async Task<ObservationImportReport> Handle(ImportObservations request, CancellationToken cancellationToken)
    {
        scope.RequireAdministrator();
        mappings.RequireEncoding(request.Encoding, "encoding");
        request.Content.Position = 0;
        var file = reader.Read(
            request.Content,
            request.FileName,
            request.Encoding,
            time.GetUtcNow().Today(),
            cancellationToken
        );
        if (request.DryRun)
            return await WriteAsync(file, applied: false, cancellationToken);
        return file.Faults.Count == 0
            ? await db.InTransactionAsync(
                async () =>
                {
                    // What is known already would be written twice by two at once, and nothing takes an observation out (docs/adr/0055).
                    await db.TakeTurnAsync(cancellationToken);
                    return await WriteAsync(file, applied: true, cancellationToken);
                },
                cancellationToken
            )
            : throw new ObservationsRefusedException(
                new(DryRun: false, Applied: false, file.RowsRead, 0, 0, 0, Rejected(file), Errors(file)),
                file.Faults[0]
            );
    }

    private async Task<ObservationImportReport> WriteAsync(
        ObservationFile file,
        bool applied,
        CancellationToken cancellationToken
    )
    {
        var spelt = await SpellingsAsync(cancellationToken);
        var told = file.Observations.Select(o => o with { Key = spelt(o.Key) }).ToList();
        var sources = told.Select(o => o.Key.Source).Distinct().ToList();
        var known = (
            await db.Observations.Where(o => EF.Parameter(sources).Contains(o.Source)).NewestAsync(cancellationToken)
        ).ToDictionary(o => o.Key, o => o.Terms);
        var unchanged = told.Count(o => known.GetValueOrDefault(o.Key) == o);
        var updated = told.Count(o => known.ContainsKey(o.Key)) - unchanged;
        if (applied)
        {
            var now = time.GetUtcNow();
            await db.InsertAsync(
                [
                    .. told.Where(o => known.GetValueOrDefault(o.Key) != o)
                        .Select(o => new Observation(o, caller.UserId, now)),
                ],
                cancellationToken
            );
        }
        return new(
            !applied,
            applied,
            file.RowsRead,
            file.Observations.Count - updated - unchanged,
            updated,
            unchanged,
            Rejected(file),
            Errors(file)
        );
    }

    // Who is spelt otherwise than before is nobody new: what is known keeps its spelling.
    private async Task<Func<ObservationKey, ObservationKey>> SpellingsAsync(CancellationToken cancellationToken)
    {
        var stored = await db
            .Observations.Select(o => new { o.Source, o.Unit })
            .Distinct()
            .ToListAsync(cancellationToken);
        var sources = stored.Select(o => o.Source).Distinct().ToLookup(Folded.Of);
        var units = stored.Select(o => o.Unit).Distinct().ToLookup(Folded.Of);
        return key => key with { Source = Known(sources, key.Source), Unit = Known(units, key.Unit) };

        static string Known(ILookup<string, string> spellings, string text) =>
            spellings[Folded.Of(text)] is var same && same.Contains(text) ? text : same.FirstOrDefault(text);
    }

    private static int Rejected(ObservationFile file) => file.RowsRead - file.Observations.Count;

    private IReadOnlyList<ImportErrorReply> Errors(ObservationFile file) =>
        ImportErrorReply.List(file.Faults, caller.Language);
}
