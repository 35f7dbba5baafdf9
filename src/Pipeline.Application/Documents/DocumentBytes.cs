using Pipeline.Application.Common;
using Pipeline.Domain.Documents;

namespace Pipeline.Application.Documents;

/// <summary>Writes files piece by piece: one piece is in memory at a time.</summary>
internal static class DocumentBytes
{
    /// <summary>Writes a file from its beginning, within a transaction that is open. What was tracked is not any more.</summary>
    public static async Task WriteAsync(
        IPipelineDb db,
        Guid contentId,
        Stream file,
        CancellationToken cancellationToken
    )
    {
        file.Position = 0;
        var buffer = new byte[DocumentChunk.Length];
        for (var number = 0; ; number++)
        {
            var read = await file.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
            if (read == 0)
                return;
            db.ClearTracking();
            db.DocumentChunks.Add(
                new()
                {
                    ContentId = contentId,
                    Number = number,
                    Bytes = buffer[..read],
                }
            );
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
