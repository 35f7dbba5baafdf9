using Microsoft.EntityFrameworkCore;
using Pipeline.Api.Tests.Cli;
using Pipeline.Api.Tests.Common;
using Pipeline.Domain.Phases;

namespace Pipeline.Api.Tests.Speed;

/// <summary>What is asked all day costs the same number of commands however much there is, and none of them goes through all of a table.</summary>
public sealed class HotQueryTests(LoadApi api) : IClassFixture<LoadApi>
{
    [Fact]
    public async Task A_dashboard_takes_as_many_commands_for_many_projects_as_for_few()
    {
        var (largest, smallest) = (await PortfolioAsync(largest: true), await PortfolioAsync(largest: false));
        largest.Size.Should().BeGreaterThan(3 * smallest.Size);
        var client = await ManagerOfAsync(largest.Id, smallest.Id);
        var (many, few) = (
            await SentByAsync(client, $"portfolios/{largest.Id}/dashboard"),
            await SentByAsync(client, $"portfolios/{smallest.Id}/dashboard")
        );
        many.Count.Should().Be(few.Count).And.BeInRange(1, 24);
        ShouldNotScan(many);
    }

    [Fact]
    public async Task Of_a_dashboard_the_blocks_of_money_are_summed_up_by_the_database()
    {
        var (portfolio, _) = await PortfolioAsync(largest: true);
        var client = await ManagerOfAsync(portfolio);
        var sent = await SentByAsync(client, $"portfolios/{portfolio}/dashboard?blocks=money,totals,ratios,leverMix");
        // Who asks, what they see, the head, the portfolio, what is referred to, and a sum for each of the three ledgers.
        sent.Count.Should().BeInRange(3, 10);
        sent.Statements.Count(s => s.Contains("GROUP BY", StringComparison.Ordinal)).Should().BeGreaterThanOrEqualTo(3);
        sent.Statements.Should().NotContain(s => s.Contains("TransitionEffects", StringComparison.Ordinal));
        ShouldNotScan(sent);
    }

    [Fact]
    public async Task What_each_page_asks_for_its_menu_goes_through_no_table()
    {
        var client = await ManagerOfAsync((await PortfolioAsync(largest: true)).Id);
        foreach (var asked in new[] { "me", "me/notifications/count", "me/reviews/count" })
        {
            var sent = await SentByAsync(client, asked);
            sent.Count.Should().BeInRange(1, 8, asked);
            ShouldNotScan(sent);
        }
    }

    [Theory]
    [InlineData("standing=active&sort=-startedOn")]
    [InlineData("phase=modelling&sort=name")]
    [InlineData("sdg=8&sort=code")]
    public async Task A_page_takes_as_many_commands_for_many_projects_as_for_one(string filter)
    {
        var (portfolio, _) = await PortfolioAsync(largest: true);
        var client = await ManagerOfAsync(portfolio);
        var (many, one) = (
            await SentByAsync(client, $"projects?portfolioId={portfolio}&{filter}&pageSize=50"),
            await SentByAsync(client, $"projects?portfolioId={portfolio}&{filter}&pageSize=1")
        );
        many.Count.Should().Be(one.Count).And.BeInRange(1, 7);
        ShouldNotScan(many);
    }

    [Fact]
    public async Task A_project_takes_as_many_commands_after_many_moves_as_before_any()
    {
        var moved = await api.InDatabaseAsync(db =>
            db.Effects.OrderByDescending(e => e.Sequence).Select(e => e.ProjectId).FirstAsync()
        );
        var unmoved = await api.InDatabaseAsync(db =>
            db.Projects.Where(p => p.Phase == Phase.Conception && !db.Transitions.Any(t => t.ProjectId == p.Id))
                .Select(p => p.Id)
                .FirstAsync()
        );
        var (many, none) = (
            await SentByAsync(api.Administrator, $"projects/{moved}"),
            await SentByAsync(api.Administrator, $"projects/{unmoved}")
        );
        many.Count.Should().Be(none.Count).And.BeInRange(1, 8);
        ShouldNotScan(many);
    }

    [Fact]
    public async Task A_move_takes_as_many_commands_after_many_moves_as_after_one()
    {
        var moved = await api.InDatabaseAsync(db =>
            db.Projects.Where(p =>
                    p.Standing == Standing.Active
                    && db.Portfolios.Any(f => f.Id == p.LeadPortfolioId && !f.Policy.ReviewRequired)
                    && !db.Transitions.Any(t =>
                        t.ProjectId == p.Id
                        && !db.Effects.Any(e => e.TransitionId == t.Id)
                        && !db.Decisions.Any(d => d.TransitionId == t.Id)
                    )
                )
                .Select(p => new { p.Id, Moves = db.Effects.Count(e => e.ProjectId == p.Id) })
                .ToListAsync()
        );
        var (most, least) = (moved.MaxBy(p => p.Moves)!, moved.MinBy(p => p.Moves)!);
        most.Moves.Should().BeGreaterThan(least.Moves + 2);
        var (many, few) = (await HoldAsync(most.Id), await HoldAsync(least.Id));
        many.Count.Should().Be(few.Count).And.BeInRange(1, 9);
        ShouldNotScan(many);
    }

    private Task<SentSql> HoldAsync(Guid project) =>
        SentSql.DuringAsync(
            api,
            async () =>
                (
                    await api.Administrator.PostAsync(
                        $"projects/{project}/transitions",
                        new
                        {
                            trigger = "hold",
                            effectiveOn = DateOnly.FromDateTime(api.Clock.GetUtcNow().UtcDateTime),
                            reason = "A pause",
                        },
                        ifMatch: "*"
                    )
                ).ShouldBe(201)
        );

    [Theory]
    [InlineData("projects", 10)]
    [InlineData("commitments", 6)]
    [InlineData("deliveries", 6)]
    [InlineData("transitions", 6)]
    public async Task A_register_takes_as_many_commands_for_many_projects_as_for_few(string register, int atMost)
    {
        var (largest, smallest) = (await PortfolioAsync(largest: true), await PortfolioAsync(largest: false));
        var client = await ManagerOfAsync(largest.Id, smallest.Id);
        var (many, few) = (
            await SentByAsync(client, $"{register}/export.csv?portfolioId={largest.Id}"),
            await SentByAsync(client, $"{register}/export.csv?portfolioId={smallest.Id}")
        );
        many.Count.Should().Be(few.Count).And.BeInRange(1, atMost);
        ShouldNotScan(many);
        if (!api.IsOnFile)
            return;
        // From listed projects outwards, never through all of a portfolio for each of them; who is a member of it is one row.
        many.Steps()
            .Where(s =>
                s.Sql.Contains("json_each", StringComparison.Ordinal)
                && s.Step.Contains("PortfolioId", StringComparison.Ordinal)
                && !s.Step.Contains("PortfolioMembers", StringComparison.Ordinal)
            )
            .Should()
            .BeEmpty();
    }

    private Task<SentSql> SentByAsync(Client client, string path) =>
        SentSql.DuringAsync(api, async () => (await client.GetAsync(path)).ShouldBe(200));

    // A server chooses by what its tables hold at the moment: of SQLite's plans alone it can be said. What a statement brings along or has made itself is left
    // out; its own steps are looked at.
    private void ShouldNotScan(SentSql sent)
    {
        if (api.IsOnFile)
            sent.Scans()
                .Where(s =>
                    !s.StartsWith("SCAN CONSTANT ROW", StringComparison.Ordinal)
                    && !s.StartsWith("SCAN SUBQUERY", StringComparison.Ordinal)
                    && !s.Contains("VIRTUAL TABLE INDEX", StringComparison.Ordinal)
                )
                .Should()
                .BeEmpty();
    }

    private async Task<(Guid Id, int Size)> PortfolioAsync(bool largest)
    {
        var sizes = await api.InDatabaseAsync(db =>
            db.Holdings.Where(h => h.EndedAt == null)
                .GroupBy(h => h.PortfolioId)
                .Select(g => new { Id = g.Key, Size = g.Count() })
                .ToListAsync()
        );
        return (largest ? sizes.MaxBy(s => s.Size)! : sizes.MinBy(s => s.Size)!) is var found
            ? (found.Id, found.Size)
            : default;
    }

    private async Task<Client> ManagerOfAsync(params Guid[] portfolios)
    {
        var manager = await api.NewUserAsync("A manager");
        foreach (var portfolio in portfolios)
            (
                await api.Administrator.PutAsync(
                    $"portfolios/{portfolio}/members/{manager.UserId}",
                    new { role = "manager" }
                )
            ).ShouldBe(200);
        // What a session is asked about once in a while is asked now.
        (await manager.GetAsync("me")).ShouldBe(200);
        return manager;
    }
}
