using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Portfolios;

namespace Pipeline.Application.Portfolios;

/// <summary>Who may do what in a portfolio; its managers.</summary>
public sealed record ListMembers(Guid PortfolioId) : IQuery<Listed<MemberReply>>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.ManagersOnly];
}

/// <summary>Somebody's role.</summary>
public sealed record MemberReply(Guid UserId, string Name, PortfolioRole Role);

internal sealed class ListMembersHandler(IPipelineDb db, IUserDirectory users, Scope scope)
    : IRequestHandler<ListMembers, Listed<MemberReply>>
{
    public async Task<Listed<MemberReply>> Handle(ListMembers request, CancellationToken cancellationToken)
    {
        (await scope.InPortfolioAsync(request.PortfolioId, cancellationToken)).RequireManager();
        var members = await db
            .Members.Where(m => m.PortfolioId == request.PortfolioId)
            .Select(m => new { m.UserId, m.Role })
            .ToListAsync(cancellationToken);
        var names = await users.NamesAsync(members.Select(m => m.UserId), cancellationToken);
        return new([
            .. members
                .Select(m => new MemberReply(m.UserId, names.GetValueOrDefault(m.UserId, ""), m.Role))
                .OrderBy(m => m.Name, StringComparer.Ordinal)
                .ThenBy(m => m.UserId),
        ]);
    }
}
