using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Access;

/// <summary>Where I am signed in: one entry for each device, the latest first.</summary>
public sealed record ListSessions : IQuery<Listed<SessionReply>>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.PeopleOnly];
}

internal sealed class ListSessionsHandler(ISessions sessions, ICaller caller, Scope scope)
    : IRequestHandler<ListSessions, Listed<SessionReply>>
{
    public async Task<Listed<SessionReply>> Handle(ListSessions request, CancellationToken cancellationToken)
    {
        var open = await sessions
            .OpenOf(scope.RequirePerson())
            .OrderByDescending(s => s.CreatedAt)
            .ThenBy(s => s.Id)
            .ToListAsync(cancellationToken);
        return new([.. open.Select(s => s with { Current = s.Id == caller.SessionId })]);
    }
}
