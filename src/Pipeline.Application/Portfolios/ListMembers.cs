using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Portfolios;

namespace Pipeline.Application.Portfolios;

/// <summary>Who may do what in a portfolio; its managers and finance.</summary>
public sealed record ListMembers(Guid PortfolioId) : IQuery<MembersReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.LedgersNotPermitted];
}

/// <summary>Everybody's roles in a portfolio.</summary>
/// <param name="Items">By name.</param>
/// <param name="Version">The portfolio's: roles are parts of it.</param>
public sealed record MembersReply(IReadOnlyList<MemberReply> Items, long Version) : IVersioned
{
    long IVersioned.ETag => Version;
}

/// <summary>Somebody's role.</summary>
/// <param name="UserId">UUID.</param>
/// <param name="Name">As they are called.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Version">The portfolio's: roles are parts of it.</param>
public sealed record MemberReply(Guid UserId, string Name, PortfolioRole Role, long Version) : IVersioned
{
    long IVersioned.ETag => Version;
}

internal sealed class ListMembersHandler(IPipelineDb db, IUserDirectory users, Scope scope)
    : IRequestHandler<ListMembers, MembersReply>
{
    public async Task<MembersReply> Handle(ListMembers request, CancellationToken cancellationToken)
    {
        (await scope.InPortfolioAsync(request.PortfolioId, cancellationToken)).RequireLedgers();
        var version = await db
            .Portfolios.Where(p => p.Id == request.PortfolioId)
            .Select(p => p.Version)
            .SingleAsync(cancellationToken);
        var members = await db
            .Members.Where(m => m.PortfolioId == request.PortfolioId)
            .Select(m => new { m.UserId, m.Role })
            .ToListAsync(cancellationToken);
        var names = await users.NamesAsync(members.Select(m => m.UserId), cancellationToken);
        return new(
            [
                .. members
                    .Select(m => new MemberReply(m.UserId, names.GetValueOrDefault(m.UserId, ""), m.Role, version))
                    .OrderBy(m => Folded.Of(m.Name), StringComparer.Ordinal)
                    .ThenBy(m => m.UserId),
            ],
            version
        );
    }
}
