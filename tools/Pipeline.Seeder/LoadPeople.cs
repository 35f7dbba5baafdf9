using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Domain.Portfolios;

namespace Pipeline.Seeder;

/// <summary>Whoever did what is generated. They have no password: nobody signs in as them until an administrator invites them.</summary>
internal sealed record LoadPeople(Guid Manager, Guid Finance, Guid Investor, Guid Owner)
{
    private static readonly (string Email, string Name)[] People =
    [
        ("manager@load.pipeline", "Load manager"),
        ("finance@load.pipeline", "Load finance"),
        ("investor@load.pipeline", "Load investor"),
        ("owner@load.pipeline", "Load owner"),
    ];

    public IEnumerable<(Guid User, PortfolioRole Role)> Members =>
        [(Manager, PortfolioRole.Manager), (Finance, PortfolioRole.Finance), (Investor, PortfolioRole.Investor)];

    /// <summary>Those of an earlier run, or new ones.</summary>
    public static async Task<LoadPeople> ComeAsync(IUserDirectory users)
    {
        var ids = new List<Guid>();
        foreach (var (email, name) in People)
            ids.Add(
                await users.All.Where(u => u.Email == email).Select(u => (Guid?)u.Id).FirstOrDefaultAsync()
                    ?? (
                        await users.CreateAsync(
                            email,
                            name,
                            administrator: false,
                            password: null,
                            CancellationToken.None
                        )
                    ).Id
            );
        return new(ids[0], ids[1], ids[2], ids[3]);
    }
}
