using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Documents;

namespace Pipeline.Application.Documents;

/// <summary>Removes a document's bytes, unless an equal document needs them too; the project's managers. What it was and why it went stays.</summary>
public sealed record RemoveDocument(Guid ProjectId, Guid DocumentId, DocumentRemovalBody Body)
    : ICommand<Unit>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.ManagersOnly, DocumentRefusals.Removed];
}

/// <summary>Why a document goes.</summary>
public sealed record DocumentRemovalBody([property: StringLength(Limits.Paragraph)] string Reason);

internal sealed class RemoveDocumentHandler(IPipelineDb db, Scope scope, DocumentAccess access, TimeProvider time)
    : IRequestHandler<RemoveDocument, Unit>
{
    public async Task<Unit> Handle(RemoveDocument request, CancellationToken cancellationToken)
    {
        var rights = (await scope.InProjectAsync(request.ProjectId, cancellationToken)).RequireManager();
        var document = await access.FindAsync(request.ProjectId, request.DocumentId, cancellationToken);
        var content = document.Remove(request.Body.Reason, rights.UserId, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        // Behind the save: an equal one that is added at the same time is there by now, or waits.
        if (!await db.Documents.AnyAsync(d => d.ContentId == content, cancellationToken))
        {
            await db.DocumentChunks.Where(c => c.ContentId == content).ExecuteDeleteAsync(cancellationToken);
            await db.DocumentContents.Where(c => c.Id == content).ExecuteDeleteAsync(cancellationToken);
        }
        return Unit.Value;
    }
}
