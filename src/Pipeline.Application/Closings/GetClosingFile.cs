using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Closings;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Closings;

/// <summary>A file of a closing, byte for byte; everybody who sees the portfolio.</summary>
public sealed record GetClosingFile(Guid PortfolioId, Guid ClosingId, ClosingFileKind Kind, Language Language)
    : IQuery<ClosedFile>;

/// <summary>A file of a closing, to be sent.</summary>
/// <param name="PortfolioCode">The portfolio's code.</param>
/// <param name="AsOf">The last day of the period.</param>
/// <param name="Sha256">Of the bytes.</param>
/// <param name="RecordedAt">When it was closed (UTC).</param>
/// <param name="Bytes">The bytes.</param>
public sealed record ClosedFile(
    string PortfolioCode,
    DateOnly AsOf,
    string Sha256,
    DateTimeOffset RecordedAt,
    ReadOnlyMemory<byte> Bytes
);

internal sealed class GetClosingFileHandler(IPipelineDb db, ClosingAccess closings)
    : IRequestHandler<GetClosingFile, ClosedFile>
{
    public async Task<ClosedFile> Handle(GetClosingFile request, CancellationToken cancellationToken)
    {
        var closing = await closings.FindAsync(request.PortfolioId, request.ClosingId, cancellationToken);
        var file = closing.File(request.Kind, request.Language);
        var code = await db
            .Portfolios.Where(p => p.Id == request.PortfolioId)
            .Select(p => p.Code)
            .FirstAsync(cancellationToken);
        return new(
            code,
            closing.AsOf,
            file.Sha256,
            closing.RecordedAt,
            await closings.BytesAsync(file, cancellationToken)
        );
    }
}
