using Pipeline.Application.Access;
using Pipeline.Domain.Portfolios;

namespace Pipeline.Api.Cli.Demo;

/// <summary>The people of the demonstration. Their passwords are no secret: never let it face anybody but yourself.</summary>
internal sealed record DemoPeople(
    Guid Administrator,
    Guid Manager,
    Guid SecondManager,
    Guid Finance,
    Guid Investor,
    Guid Owner
)
{
    public const string Password = "demonstration";

    /// <summary>E-mail and what they are, in the order they are printed.</summary>
    public static readonly (string Email, string Name, string Is)[] Logins =
    [
        ("administrator@demo.pipeline", "Ada Administrator", "administrator"),
        ("manager@demo.pipeline", "Maud Manager", "manager of DEMO"),
        ("manager2@demo.pipeline", "Marc Manager", "second manager of DEMO"),
        ("finance@demo.pipeline", "Fanny Finance", "finance of DEMO"),
        ("investor@demo.pipeline", "Ivo Investor", "investor of DEMO"),
        ("owner@demo.pipeline", "Olga Owner", "owner of every project of DEMO"),
    ];

    public IEnumerable<(Guid User, PortfolioRole Role)> Members =>
        [
            (Manager, PortfolioRole.Manager),
            (SecondManager, PortfolioRole.Manager),
            (Finance, PortfolioRole.Finance),
            (Investor, PortfolioRole.Investor),
        ];

    public static async Task<DemoPeople> CreateAsync(IUserDirectory users)
    {
        var ids = new List<Guid>();
        foreach (var (email, name, what) in Logins)
            ids.Add(
                (await users.CreateAsync(email, name, what == "administrator", Password, CancellationToken.None)).Id
            );
        return new(ids[0], ids[1], ids[2], ids[3], ids[4], ids[5]);
    }
}
