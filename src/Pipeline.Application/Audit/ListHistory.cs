using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Documents;
using FactKind = Pipeline.Domain.Records.FactKind;
using RecordKind = Pipeline.Domain.Records.DocumentKind;

namespace Pipeline.Application.Audit;

/// <summary>
/// Who changed what of a project and of what belongs to it, newest first; whoever sees the project, and its managers once it was voided. Ledger lines that
/// the caller sees only as sums are left out, and so are other funds' agreements, in whichever form, and drafts of progress reports that the caller does not
/// write. Self-diagnoses are told to owners and managers; its way through another portfolio's programme to its owners, and to whoever sees that portfolio.
/// </summary>
public sealed record ListHistory(Guid ProjectId, FeedOf Feed) : IQuery<Feed<AuditEntryReply>>;

internal sealed class ListHistoryHandler(IPipelineDb db, AuditReader reader, Scope scope, ICaller caller)
    : IRequestHandler<ListHistory, Feed<AuditEntryReply>>
{
    public async Task<Feed<AuditEntryReply>> Handle(ListHistory request, CancellationToken cancellationToken)
    {
        var sight = await scope.InHistoryAsync(request.ProjectId, cancellationToken);
        return await reader.ReadAsync(
            request.ProjectId,
            request.Feed,
            [
                .. await UnseenDocumentsAsync(request.ProjectId, cancellationToken),
                .. await UnseenParticipationsAsync(request.ProjectId, cancellationToken),
                .. sight.EveryLine ? [] : await UnseenLinesAsync(request.ProjectId, cancellationToken),
                .. sight.Diagnoses ? [] : await DiagnosesAsync(request.ProjectId, cancellationToken),
            ],
            cancellationToken
        );
    }

    private Task<List<Guid>> DiagnosesAsync(Guid projectId, CancellationToken cancellationToken) =>
        db
            .FactEntries.Where(f => f.ProjectId == projectId && f.Kind == FactKind.Diagnosis)
            .Select(f => f.Id)
            .ToListAsync(cancellationToken);

    // A key is nobody's owner.
    private Task<List<Guid>> UnseenParticipationsAsync(Guid projectId, CancellationToken cancellationToken)
    {
        var isKey = caller.Key is not null;
        return db
            .Holdings.Where(h =>
                h.ProjectId == projectId
                && !scope.Portfolios.Any(p => p.Id == h.PortfolioId)
                && (isKey || !db.Owners.Any(o => o.ProjectId == projectId && o.UserId == caller.UserId))
            )
            .Join(
                db.DocumentVersions.Where(v => v.Kind == RecordKind.Participation),
                h => h.PortfolioId,
                v => v.OwnerId,
                (_, v) => v.DocumentId
            )
            .Distinct()
            .ToListAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<Guid>> UnseenLinesAsync(Guid projectId, CancellationToken cancellationToken)
    {
        var unseen = db.Commitments.Where(c => c.ProjectId == projectId && !scope.Commitments.Any(s => s.Id == c.Id));
        return
        [
            .. await unseen.Select(c => c.Id).ToListAsync(cancellationToken),
            .. await unseen.SelectMany(c => c.Deliveries).Select(d => d.Id).ToListAsync(cancellationToken),
            .. await db
                .Documents.Where(d => d.ProjectId == projectId && d.Kind == DocumentKind.Agreement)
                .Select(d => d.Id)
                .ToListAsync(cancellationToken),
            .. await db
                .FactEntries.Where(f => f.ProjectId == projectId && unseen.Any(c => c.Id == f.SubjectId))
                .Select(f => f.Id)
                .ToListAsync(cancellationToken),
        ];
    }

    private Task<List<Guid>> UnseenDocumentsAsync(Guid projectId, CancellationToken cancellationToken) =>
        db
            .DocumentVersions.Where(v => v.OwnerId == projectId && !scope.Documents.Any(s => s.Id == v.Id))
            .Select(v => v.DocumentId)
            .Distinct()
            .ToListAsync(cancellationToken);
}
