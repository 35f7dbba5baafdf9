using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Imports;

namespace Pipeline.Application.Imports;

/// <summary>The rows of a file that were left out, as they were, to be mended and brought in again; the portfolio's managers and finance.</summary>
public sealed record GetRejectedRows(Guid ImportId) : IQuery<byte[]>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.LedgersNotPermitted];
}

/// <summary>Writes rows that were left out as a file.</summary>
public interface IRejectedRowsWriter
{
    /// <summary>CSV: the headings of the file, its cells as they were, and behind them row, code and message of each error.</summary>
    byte[] Write(RejectedRows rows, Language language);
}

internal sealed class GetRejectedRowsHandler(ImportAccess access, IRejectedRowsWriter writer, ICaller caller)
    : IRequestHandler<GetRejectedRows, byte[]>
{
    public async Task<byte[]> Handle(GetRejectedRows request, CancellationToken cancellationToken)
    {
        var import = await access.ReadAsync(request.ImportId, cancellationToken);
        return writer.Write(import.RejectedRows, caller.Language);
    }
}
