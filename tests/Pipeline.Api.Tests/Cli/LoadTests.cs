using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Pipeline.Api.Tests.Dashboards;
using Pipeline.Domain.Audit;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;
using Pipeline.Seeder;

namespace Pipeline.Api.Tests.Cli;

/// <summary>What <c>tools/Pipeline.Seeder</c> makes obeys every rule that the product's own writing obeys, and the product reads it as its own.</summary>
public sealed class LoadTests(LoadApi api) : IClassFixture<LoadApi>
{
    [Fact]
    public async Task The_dashboard_of_every_portfolio_equals_a_replay_of_all_records()
    {
        var replay = await api.InDatabaseAsync(Replay.ReadAsync);
        var portfolios = (await api.Administrator.GetAsync("portfolios?pageSize=200")).ShouldBe(200).Items();
        portfolios.Should().HaveCount(5);
        var needs = (await api.Administrator.GetAsync("reference")).ShouldBe(200)["needProfile.items"]!.AsArray();
        foreach (var portfolio in portfolios)
        foreach (var asOf in new[] { api.Clock.Today, api.Clock.Today.AddDays(-400), api.Clock.Today.AddDays(-1_200) })
        {
            // Both at the end of a day: nothing is recorded at night.
            var (id, known) = (portfolio["id"]!.GetValue<Guid>(), asOf.ToDateTime(TimeOnly.MinValue));
            var dashboard = (
                await api.Administrator.GetAsync(
                    $"portfolios/{id}/dashboard?asOf={asOf:yyyy-MM-dd}&knownAt={known:yyyy-MM-dd}T00:00:00Z"
                )
            ).ShouldBe(200);
            ReplayedLedgers.Compare(
                dashboard,
                replay.Of(id, asOf, new(known, TimeSpan.Zero)),
                asOf,
                0.22m,
                0.10m,
                needs
            );
        }
    }

    [Fact]
    public async Task Moves_chain_from_conception_to_where_the_project_is()
    {
        var projects = await api.InDatabaseAsync(db =>
            db.Projects.AsNoTracking()
                .Include(p => p.Transitions)
                    .ThenInclude(t => t.Effect)
                .Include(p => p.Transitions)
                    .ThenInclude(t => t.Decision)
                .ToListAsync()
        );
        projects.Should().HaveCount(LoadApi.Projects);
        foreach (var project in projects)
        {
            var (state, day, clock) = (
                new State(Phase.Conception, Standing.Active),
                project.StartedOn,
                PhaseClock.Start(project.StartedOn)
            );
            var moves = project.Transitions.Where(t => t.Effect is not null).OrderBy(t => t.Effect!.Sequence).ToList();
            moves.Select(t => t.Effect!.Sequence).Should().Equal(Enumerable.Range(1, moves.Count));
            foreach (var move in moves)
            {
                move.From.Should().Be(state);
                Lifecycle.Find(state, move.Trigger)!.To.Should().Be(move.To);
                move.EffectiveOn.Should().BeOnOrAfter(day);
                move.Effect!.RecordedAt.Should().BeOnOrAfter(move.RecordedAt);
                move.Gate.Where(c => c.Blocks)
                    .Select(c => c.Code)
                    .Should()
                    .BeSubsetOf(move.RequestedWaivers.Select(w => w.Criterion));
                (move.Decision?.DecidedBy).Should().NotBe(move.ReportedBy, "nobody decides on their own report");
                (state, day, clock) = (move.To, move.EffectiveOn, clock.After(move.Trigger, move.EffectiveOn));
            }
            (project.State, project.PhaseSince).Should().Be((state, clock.PhaseSince));
            project.Transitions.Count(t => t.IsPending).Should().BeLessThanOrEqualTo(1);
        }
        projects.Select(p => p.Phase).Distinct().Should().HaveCount(5, "lives differ");
        projects.Select(p => p.Standing).Distinct().Should().HaveCountGreaterThan(2);
        projects.SelectMany(p => p.Transitions).Select(t => t.Status).Distinct().Should().HaveCountGreaterThan(3);
    }

    [Fact]
    public async Task Ledgers_keep_their_rules()
    {
        var commitments = await api.InDatabaseAsync(db =>
            db.Commitments.AsNoTracking().Include(c => c.Deliveries).Include(c => c.Cancellation).ToListAsync()
        );
        var holders = (await api.InDatabaseAsync(db => db.Holdings.AsNoTracking().ToListAsync()))
            .Select(h => (h.ProjectId, h.PortfolioId))
            .ToHashSet();
        foreach (var c in commitments)
        {
            holders.Should().Contain((c.ProjectId, c.PortfolioId));
            c.DeliveredCents.Should().BeInRange(0, c.Cents);
            foreach (var d in c.Deliveries)
            {
                d.DeliveredOn.Should().BeOnOrAfter(c.AgreedOn);
                d.RecordedAt.Should().BeOnOrBefore(c.Cancellation?.RecordedAt ?? api.Clock.GetUtcNow());
                if (d.ReversesId is { } id)
                    d.Cents.Should().Be(-c.Deliveries.Single(of => of.Id == id).Cents);
            }
        }
        commitments
            .Should()
            .Contain(c => c.Cancellation != null)
            .And.Contain(c => c.Deliveries.Any(d => d.ReversesId != null))
            .And.Contain(c => c.Hours != null);
        var plans = await api.InDatabaseAsync(db => db.PlanVersions.AsNoTracking().Include(v => v.Lines).ToListAsync());
        foreach (var project in plans.GroupBy(v => v.ProjectId))
            project
                .OrderBy(v => v.RecordedAt)
                .Select(v => v.Number)
                .Should()
                .Equal(Enumerable.Range(1, project.Count()));
        plans.Sum(v => v.Lines.Count).Should().BeGreaterThan(2 * LoadApi.Projects);
        api.Printed.Should()
            .Contain(
                $"{plans.Sum(v => v.Lines.Count) + commitments.Count + commitments.Sum(c => c.Deliveries.Count)} lines of ledgers"
            );
    }

    [Fact]
    public async Task The_audit_holds_and_says_what_was_generated()
    {
        (await api.Administrator.GetAsync("audit/verify")).ShouldBe(200)["firstBroken"].Should().BeNull();
        var said = await api.InDatabaseAsync(db =>
            db.AuditEntries.AsNoTracking()
                .Where(e => e.Kind == AuditKind.Portfolio)
                .OrderBy(e => e.Sequence)
                .Select(e => e.Changes)
                .ToListAsync()
        );
        said.Should().HaveCount(5, "one entry a portfolio");
        var first = JsonNode.Parse(said[0])![0]!;
        (
            first["field"]!.GetValue<string>(),
            first["to"]!["seed"]!.GetValue<int>(),
            first["to"]!["rows"]!["Projects"]!.GetValue<int>()
        )
            .Should()
            .Be(("generated", 11, LoadApi.First));
        said.Sum(s => JsonNode.Parse(s)![0]!["to"]!["rows"]!["Deliveries"]!.GetValue<int>())
            .Should()
            .Be(await api.InDatabaseAsync(db => db.Deliveries.CountAsync()));
    }

    [Fact]
    public async Task What_was_generated_goes_on_like_anything_else()
    {
        var project = await api.InDatabaseAsync(db =>
            db.Projects.AsNoTracking()
                .Where(p =>
                    p.Standing == Standing.Active && !p.Transitions.Any(t => t.Effect == null && t.Decision == null)
                )
                .Select(p => p.Id)
                .FirstAsync()
        );
        var moves = await api.InDatabaseAsync(db => db.Effects.CountAsync(e => e.ProjectId == project));
        var read = (await api.Administrator.GetAsync($"projects/{project}")).ShouldBe(200);
        var held = (
            await api.Administrator.PostAsync(
                $"projects/{project}/transitions",
                new
                {
                    trigger = "hold",
                    effectiveOn = $"{api.Clock.Today:yyyy-MM-dd}",
                    reason = "A pause",
                },
                read.ETag
            )
        ).ShouldBe(201);
        held.Number("sequence").Should().Be(moves + 1);
        var after = (await api.Administrator.GetAsync($"projects/{project}")).ShouldBe(200);
        after.Text("standing").Should().Be("onHold");
        (
            await api.Administrator.PostAsync(
                $"projects/{project}/transitions",
                new { trigger = "resume", effectiveOn = $"{api.Clock.Today:yyyy-MM-dd}" },
                after.ETag
            )
        ).ShouldBe(201);
    }

    [Fact]
    public async Task One_portfolio_has_the_size_that_was_asked_for()
    {
        var id = await api.InDatabaseAsync(db =>
            db.Portfolios.Where(p => p.Code == "LOAD-001").Select(p => p.Id).FirstAsync()
        );
        var dashboard = (await api.Administrator.GetAsync($"portfolios/{id}/dashboard")).ShouldBe(200);
        dashboard.Number("projects.total").Should().Be(LoadApi.First);
        foreach (var by in new[] { "sdg", "domain", "region" })
            dashboard
                .Items($"breakdown.{by}")
                .Should()
                .HaveCountGreaterThan(1, "projects come with what they are about, and differ by {0}", by);
        (await api.InDatabaseAsync(db => db.Holdings.CountAsync(h => h.Kind == HoldingKind.CoFunder)))
            .Should()
            .BeGreaterThan(0, "others hold projects together");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1_000)]
    [InlineData(99_999)]
    public void Sizes_have_a_long_tail_and_add_up(int projects)
    {
        var sizes = LoadOrder.LongTail(projects);
        sizes.Sum().Should().Be(projects);
        sizes.Should().OnlyContain(size => size > 0).And.BeInDescendingOrder();
        if (projects >= 1_000)
            sizes
                .Take(sizes.Count / 5)
                .Sum()
                .Should()
                .BeGreaterThanOrEqualTo(projects / 2, "a fifth of the portfolios has half of the projects");
    }
}
