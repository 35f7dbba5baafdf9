using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;

namespace Pipeline.Application.Closings;

/// <summary>The public keys that signed closings: for everybody, since what they prove is shown to everybody.</summary>
public sealed record ListClosingKeys : IQuery<ClosingKeysReply>, IAnonymousRequest;

internal sealed class ListClosingKeysHandler(IPipelineDb db) : IRequestHandler<ListClosingKeys, ClosingKeysReply>
{
    public async Task<ClosingKeysReply> Handle(ListClosingKeys request, CancellationToken cancellationToken)
    {
        var keys = await db.ClosingKeys.AsNoTracking().OrderBy(k => k.RecordedAt).ToListAsync(cancellationToken);
        return new([.. keys.Select(ClosingKeyReply.Of)]);
    }
}
