using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Exports;
using Pipeline.Domain.Closings;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Closings;

/// <summary>
/// Closes a period of a portfolio; its managers and finance. The files are made of a view that nothing changes any more, before anything is written, so that
/// nobody waits for them.
/// </summary>
public sealed record MakeClosing(Guid PortfolioId, ClosingBody Body) : IRequest<ClosingReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            ClosingRefusals.NotPermitted,
            ClosingRefusals.NotAfterLast,
            CommonRefusals.DateInFuture,
            CommonRefusals.TooEarly,
            CommonRefusals.TooLong,
            CommonRefusals.InvalidText,
        ];
}

internal sealed class MakeClosingHandler(
    IPipelineDb db,
    IMediator mediator,
    Scope scope,
    ClosingSigner signer,
    IWorkbookWriter workbooks,
    IReplyJson json,
    IUserDirectory users,
    ICaller caller,
    TimeProvider time
) : IRequestHandler<MakeClosing, ClosingReply>
{
    public async Task<ClosingReply> Handle(MakeClosing request, CancellationToken cancellationToken)
    {
        var (portfolioId, asOf, note) = (request.PortfolioId, request.Body.AsOf, request.Body.Note);
        if (!(await scope.InPortfolioAsync(portfolioId, cancellationToken)).KeepsLedgers)
            throw ClosingRefusals.NotPermitted.Exception();
        // Before the files are made, what can be refused without them.
        Closing.CheckedNote(note);
        (await LastAsync(portfolioId, cancellationToken))?.RequireBefore(asOf);

        var files = new List<ClosingFile>();
        DateTimeOffset? knownAt = null;
        byte[] figures = [];
        foreach (var language in Enum.GetValues<Language>())
        {
            var report = await mediator.Send(
                new GetPortfolioReport(portfolioId, asOf, knownAt, language),
                cancellationToken
            );
            // The first one says at which instant it is; the others are of the same.
            knownAt ??= report.Dashboard.KnownAt;
            using var workbook = new MemoryStream();
            await workbooks.WriteAsync(report, workbook, cancellationToken);
            var dashboard = json.Write(report.Dashboard);
            if (language == caller.Language)
                figures = dashboard;
            files.Add(new(ClosingFileKind.Dashboard, language, dashboard, time.GetUtcNow()));
            files.Add(new(ClosingFileKind.Workbook, language, workbook.ToArray(), time.GetUtcNow()));
        }

        using var key = await signer.OpenAsync(cancellationToken);
        var closing = await db.InTransactionAsync(
            async () =>
            {
                var made = new Closing(
                    portfolioId,
                    asOf,
                    knownAt!.Value,
                    await LastAsync(portfolioId, cancellationToken),
                    note,
                    files,
                    caller.UserId,
                    time.GetUtcNow()
                );
                key.Sign(made);
                db.Closings.Add(made);
                await db.SaveChangesAsync(cancellationToken);
                return made;
            },
            cancellationToken
        );
        return ClosingReply.Of(
            closing,
            await users.NamesAsync([closing.RecordedBy], cancellationToken),
            JsonElement.Parse(figures)
        );
    }

    private Task<ClosedPeriod?> LastAsync(Guid portfolioId, CancellationToken cancellationToken) =>
        db
            .Closings.Where(c => c.PortfolioId == portfolioId)
            .OrderByDescending(c => c.Number)
            .Select(c => new ClosedPeriod(c.Number, c.AsOf))
            .FirstOrDefaultAsync(cancellationToken);
}
