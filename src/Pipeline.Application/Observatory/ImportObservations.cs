using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Imports;
using Pipeline.Domain.Common;
using Pipeline.Domain.Observatory;

namespace Pipeline.Application.Observatory;

/// <summary>
/// Takes a table of observations in, whole or not at all; administrators, since everybody reads them. It is read before anything is written, so that nobody waits for the reading.
/// </summary>
/// <param name="FileName">Its extension has to be the content's.</param>
/// <param name="Content">A seekable stream.</param>
/// <param name="DryRun">Says what would happen, and writes nothing.</param>
public sealed record ImportObservations(string FileName, Stream Content, bool DryRun)
    : IRequest<ObservationImportReport>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.AdministratorsOnly,
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
            ObservationRefusals.DuplicateRow,
            ObservationRefusals.PercentOutOfRange,
        ];
}

internal sealed class ImportObservationsHandler(
    IPipelineDb db,
    Scope scope,
    IObservationFileReader reader,
    ICaller caller,
    TimeProvider time
) : IRequestHandler<ImportObservations, ObservationImportReport>
{
    public async Task<ObservationImportReport> Handle(ImportObservations request, CancellationToken cancellationToken)
    {
        scope.RequireAdministrator();
        request.Content.Position = 0;
        var file = reader.Read(request.Content, request.FileName, time.GetUtcNow().Today(), cancellationToken);
        if (request.DryRun)
            return await WriteAsync(file, applied: false, cancellationToken);
        return file.Faults.Count == 0
            ? await db.InTransactionAsync(() => WriteAsync(file, applied: true, cancellationToken), cancellationToken)
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
        var sources = file.Observations.Select(o => o.Key.Source).Distinct().ToList();
        var known = (
            await db.Observations.Where(o => sources.Contains(o.Source)).NewestAsync(cancellationToken)
        ).ToDictionary(o => o.Key, o => o.Terms);
        var unchanged = file.Observations.Count(o => known.GetValueOrDefault(o.Key) == o);
        var updated = file.Observations.Count(o => known.ContainsKey(o.Key)) - unchanged;
        if (applied)
        {
            var now = time.GetUtcNow();
            await db.InsertAsync(
                [
                    .. file
                        .Observations.Where(o => known.GetValueOrDefault(o.Key) != o)
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

    private static int Rejected(ObservationFile file) => file.RowsRead - file.Observations.Count;

    private IReadOnlyList<ImportErrorReply> Errors(ObservationFile file) =>
        ImportErrorReply.List(file.Faults, caller.Language);
}
