using System.Security.Cryptography;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Documents;

namespace Pipeline.Application.Documents;

/// <summary>
/// Adds a file to a project; its owners, managers and finance. What it is is told by its content. It is looked at whole before anything is written, so that
/// nobody waits for the looking.
/// </summary>
/// <param name="ProjectId">Where to.</param>
/// <param name="FileName">As it was sent.</param>
/// <param name="Content">A seekable stream, which is not kept in memory.</param>
/// <param name="Title">The file's name where left out.</param>
/// <param name="Kind">What it is to the project.</param>
public sealed record AddDocument(Guid ProjectId, string FileName, Stream Content, string? Title, DocumentKind Kind)
    : IRequest<DocumentReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            DocumentFileRefusals.NotPermitted,
            DocumentFileRefusals.Empty,
            DocumentFileRefusals.TooLarge,
            DocumentFileRefusals.UnknownType,
            DocumentFileRefusals.WrongExtension,
            DocumentFileRefusals.Macros,
            DocumentFileRefusals.ZipBomb,
            DocumentFileRefusals.NotClean,
            DocumentFileRefusals.PortfolioFull,
            CommonRefusals.TooLong,
            CommonRefusals.InvalidText,
            CommonRefusals.UnknownCode,
            CommonRefusals.UnknownField,
        ];
}

internal sealed class AddDocumentHandler(
    IPipelineDb db,
    DocumentAccess access,
    IDocumentInspector inspector,
    IDocumentScanner scanner,
    IUserDirectory users,
    DocumentLimits limits,
    TimeProvider time
) : IRequestHandler<AddDocument, DocumentReply>
{
    private const long Megabyte = 1024 * 1024;

    public async Task<DocumentReply> Handle(AddDocument request, CancellationToken cancellationToken)
    {
        var rights = await access.RequireAddingAsync(request.ProjectId, cancellationToken);
        var file = request.Content;
        if (file.Length == 0)
            throw DocumentFileRefusals.Empty.At("file");
        if (file.Length > limits.FileBytes)
            throw DocumentFileRefusals.TooLarge.With(limits.FileBytes / Megabyte).At("file");
        var type = await inspector.InspectAsync(file, request.FileName, cancellationToken);
        file.Position = 0;
        if (!await scanner.IsCleanAsync(file, request.FileName, cancellationToken))
            throw DocumentFileRefusals.NotClean.At("file");
        file.Position = 0;
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));

        var document = await db.InTransactionAsync(
            async () =>
            {
                var (now, isNew) = (time.GetUtcNow(), false);
                var content = await db.DocumentContents.FirstOrDefaultAsync(
                    c => c.ProjectId == request.ProjectId && c.Sha256 == hash,
                    cancellationToken
                );
                if (content is null)
                {
                    content = new(request.ProjectId, hash, file.Length, now);
                    db.DocumentContents.Add(content);
                    isNew = true;
                }
                var added = new Document(
                    content,
                    request.Title,
                    request.FileName,
                    request.Kind,
                    type,
                    rights.UserId,
                    now
                );
                db.Documents.Add(added);
                await db.SaveChangesAsync(cancellationToken);
                // Behind the save, which lets those who write at the same time follow one another: the project may have been voided while the file was looked at.
                await access.RequireAddingAsync(request.ProjectId, cancellationToken);
                if (isNew)
                {
                    await RequireRoomAsync(rights.LeadPortfolioId, cancellationToken);
                    await DocumentBytes.WriteAsync(db, content.Id, file, cancellationToken);
                }
                return added;
            },
            cancellationToken
        );
        return DocumentReply.Of(document, await users.NamesAsync(DocumentReply.People(document), cancellationToken));
    }

    private async Task RequireRoomAsync(Guid portfolioId, CancellationToken cancellationToken)
    {
        var taken = await db
            .DocumentContents.Where(c => db.Projects.Any(p => p.Id == c.ProjectId && p.LeadPortfolioId == portfolioId))
            .SumAsync(c => c.Size, cancellationToken);
        if (taken > limits.PortfolioBytes)
            throw DocumentFileRefusals.PortfolioFull.With(limits.PortfolioBytes / Megabyte).Exception();
    }
}
