using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Access;

/// <summary>Who I am, and where I may do what.</summary>
public sealed record GetMe : IQuery<MeReply>;

/// <summary>The signed-in person, or a machine's key.</summary>
/// <param name="Id">UUID.</param>
/// <param name="Email">The sign-in name; null for a key.</param>
/// <param name="Name">As they are called.</param>
/// <param name="Administrator">Sees and does everything.</param>
/// <param name="Portfolios">Roles in portfolios.</param>
/// <param name="Projects">Roles in projects.</param>
/// <param name="Version">Rises with every change; 0 of a key.</param>
public sealed record MeReply(
    Guid Id,
    string? Email,
    string Name,
    bool Administrator,
    IReadOnlyList<MyRole> Portfolios,
    IReadOnlyList<MyRole> Projects,
    long Version
) : IVersioned
{
    long IVersioned.ETag => Version;

    internal static async Task<MeReply> ReadAsync(IPipelineDb db, UserReply user, CancellationToken cancellationToken)
    {
        var roles = await Roles.ReadAsync(db, user.Id, cancellationToken);
        return new(user.Id, user.Email, user.Name, user.Administrator, roles.Portfolios, roles.Projects, user.Version);
    }
}

/// <summary>A role of somebody.</summary>
/// <param name="Id">The portfolio or project.</param>
/// <param name="Code">Its code.</param>
/// <param name="Role"><c>manager</c>, <c>finance</c>, <c>investor</c>, or <c>owner</c> of a project.</param>
public sealed record MyRole(Guid Id, string Code, string Role);

internal sealed class GetMeHandler(IPipelineDb db, IUserDirectory users, ICaller caller)
    : IRequestHandler<GetMe, MeReply>
{
    public async Task<MeReply> Handle(GetMe request, CancellationToken cancellationToken)
    {
        if (caller.Key is { } key)
        {
            var machine = await db
                .ApiKeys.Where(k => k.Id == caller.UserId)
                .Join(db.Portfolios, k => k.PortfolioId, p => p.Id, (k, p) => new { k.Name, p.Code })
                .FirstAsync(cancellationToken);
            return new(
                caller.UserId,
                null,
                machine.Name,
                Administrator: false,
                [new(key.PortfolioId, machine.Code, Codes.Of(key.Role))],
                [],
                Version: 0
            );
        }
        var me =
            await users.All.FirstOrDefaultAsync(u => u.Id == caller.UserId, cancellationToken)
            ?? throw NotFoundException.Of("user", "utilisateur");
        return await MeReply.ReadAsync(db, me, cancellationToken);
    }
}
