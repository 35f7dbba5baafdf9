using Pipeline.Api.Tests.Common;
using Pipeline.Application.Portfolios;

namespace Pipeline.Api.Tests.Access;

/// <summary>Keys for machines: one portfolio, one role, until they expire or are revoked.</summary>
[UseCases(typeof(IssueApiKey), typeof(ListApiKeys), typeof(RevokeApiKey))]
public sealed class ApiKeyTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task A_reading_key_reads_its_portfolio_and_changes_nothing()
    {
        var (fund, other) = (await Fund.OpenAsync(api), await Fund.OpenAsync(api));
        var (project, foreign) = (await fund.ProjectAsync(), await other.ProjectAsync());
        var machine = await MachineAsync(fund, "read");

        foreach (
            var path in new[]
            {
                $"portfolios/{fund.Id}",
                $"portfolios/{fund.Id}/dashboard",
                $"portfolios/{fund.Id}/report.xlsx",
                project.Path,
                $"{project.Path}/commitments",
                "reference",
            }
        )
            (await machine.GetAsync(path)).ShouldBe(200);
        (await machine.GetAsync("portfolios"))
            .ShouldBe(200)
            .Items()
            .Select(p => p["id"]!.GetValue<Guid>())
            .Should()
            .Equal(fund.Id);
        (await machine.GetAsync("projects"))
            .ShouldBe(200)
            .Items()
            .Select(p => p["id"]!.GetValue<Guid>())
            .Should()
            .Equal(project.Id);
        var me = (await machine.GetAsync("me")).ShouldBe(200);
        (
            me.Text("name"),
            me["email"],
            me.Flag("administrator"),
            me.Text("portfolios.0.code"),
            me.Text("portfolios.0.role")
        )
            .Should()
            .Be(("Excel", null, false, fund.Code, "investor"));

        foreach (
            var path in new[]
            {
                $"portfolios/{other.Id}",
                $"portfolios/{other.Id}/dashboard",
                $"portfolios/{other.Id}/report.xlsx",
                foreign.Path,
                $"{foreign.Path}/commitments",
            }
        )
            (await machine.GetAsync(path)).ShouldBeProblem(404, "not_found");
        (await project.TryCommitAsync(100, by: machine)).ShouldBeProblem(403, "ledgers_not_permitted");
    }

    [Fact]
    public async Task A_writing_key_records_money_in_its_own_name_and_manages_nothing()
    {
        var (fund, other) = (await Fund.OpenAsync(api), await Fund.OpenAsync(api));
        var (project, foreign) = (await fund.ProjectAsync(), await other.ProjectAsync());
        var machine = await MachineAsync(fund, "write");
        var commitment = await project.CommitAsync(100, by: machine);
        (await project.DeliverAsync(commitment, 50, by: machine)).ShouldBe(201);
        (await foreign.TryCommitAsync(100, by: machine)).ShouldBeProblem(404, "not_found");
        // Seen through its own portfolio, but kept by another one.
        (
            await api.Administrator.PutAsync($"portfolios/{fund.Id}/holdings/{foreign.Id}", new { kind = "coFunder" })
        ).ShouldBe(200);
        (await foreign.TryCommitAsync(100, by: machine)).ShouldBeProblem(403, "ledgers_not_permitted");

        (
            await machine.PutAsync(
                $"portfolios/{fund.Id}",
                new
                {
                    code = fund.Code,
                    name = "Mine",
                    organisationId = fund.OrganisationId,
                    currency = "EUR",
                },
                "*"
            )
        ).ShouldBeProblem(403, "managers_only");
        (await machine.GetAsync($"portfolios/{fund.Id}/members")).ShouldBe(200);
        (await machine.GetAsync($"portfolios/{fund.Id}/api-keys")).ShouldBeProblem(403, "managers_only");
        (
            await machine.PostAsync($"portfolios/{fund.Id}/api-keys", new { name = "Another", access = "write" })
        ).ShouldBeProblem(403, "managers_only");
        (await project.ReportAsync("advance", "2016-01-01", by: machine)).ShouldBe(403);
        (await machine.GetAsync("users")).ShouldBeProblem(403, "administrators_only");
        (await machine.PostAsync("users", new { email = "x@test.pipeline", name = "X" })).ShouldBeProblem(
            403,
            "administrators_only"
        );
        (await machine.GetAsync("auth/sessions")).ShouldBeProblem(403, "people_only");
        (await machine.PostAsync("auth/logout", new { })).ShouldBeProblem(403, "people_only");
        (await machine.PostAsync("auth/password", new { current = "x", @new = "y" })).ShouldBeProblem(
            403,
            "people_only"
        );
    }

    [Fact]
    public async Task Managers_issue_and_revoke_the_keys_of_their_own_portfolio()
    {
        var (fund, other) = (await Fund.OpenAsync(api), await Fund.OpenAsync(api));
        var (manager, finance, stranger) = (
            await fund.MemberAsync("manager"),
            await fund.MemberAsync("finance"),
            await other.MemberAsync("manager")
        );
        var path = $"portfolios/{fund.Id}/api-keys";
        var body = new { name = "Script", access = "read" };
        (await finance.PostAsync(path, body)).ShouldBeProblem(403, "managers_only");
        (await stranger.PostAsync(path, body)).ShouldBeProblem(404, "not_found");
        var issued = (await manager.PostAsync(path, body)).ShouldBe(201);
        issued.Text("key").Should().MatchRegex("^pl_[A-Za-z0-9_-]{43}$");
        var machine = api.With(issued.Text("key"));
        (await machine.GetAsync("me")).ShouldBe(200);

        var listed = (await manager.GetAsync(path)).ShouldBe(200).Items().Should().ContainSingle().Subject;
        (listed["name"]!.GetValue<string>(), listed["issuedBy"]!["id"]!.GetValue<Guid>())
            .Should()
            .Be(("Script", manager.UserId));
        listed.ToJsonString().Should().NotContain(issued.Text("key"), "it is shown once");

        var key = $"{path}/{issued.Id("id")}";
        (await finance.DeleteAsync(key)).ShouldBeProblem(403, "managers_only");
        (await stranger.DeleteAsync(key)).ShouldBeProblem(404, "not_found");
        (await stranger.DeleteAsync($"portfolios/{other.Id}/api-keys/{issued.Id("id")}")).ShouldBeProblem(
            404,
            "not_found"
        );
        (await machine.GetAsync("me")).ShouldBe(200);
        (await manager.DeleteAsync(key)).ShouldBe(204);
        (await machine.GetAsync("me")).ShouldBeProblem(401, "unauthenticated");
        (await manager.DeleteAsync(key)).ShouldBeProblem(404, "not_found");
        (await manager.GetAsync(path)).ShouldBe(200).Items().Should().BeEmpty();
    }

    [Fact]
    public async Task A_key_expires_in_a_year_at_the_latest()
    {
        var fund = await Fund.OpenAsync(api);
        var path = $"portfolios/{fund.Id}/api-keys";
        var now = api.Clock.GetUtcNow();
        foreach (var never in new[] { now.AddSeconds(-1), now.AddYears(1).AddMinutes(5) })
            (
                await api.Administrator.PostAsync(
                    path,
                    new
                    {
                        name = "X",
                        access = "read",
                        expiresAt = never,
                    }
                )
            ).ShouldBlame("expiresAt", "out_of_range");
        (await api.Administrator.PostAsync(path, new { name = " ", access = "read" })).ShouldBlame("name", "required");
        (await api.Administrator.PostAsync(path, new { name = "X", access = "manager" })).ShouldBlame(
            "access",
            "unknown_code"
        );

        var (usual, day) = (await IssueAsync(fund, "read"), await IssueAsync(fund, "read", now.AddDays(1)));
        usual["expiresAt"]!
            .GetValue<DateTime>()
            .ToUniversalTime()
            .Should()
            .BeCloseTo(now.UtcDateTime.AddDays(90), TimeSpan.FromMinutes(1));
        (await api.With(day.Text("key")).GetAsync("me")).ShouldBe(200);
        await api.DaysGoByAsync(1.01);
        (await api.With(day.Text("key")).GetAsync("me")).ShouldBeProblem(401, "unauthenticated");
        (await api.With(usual.Text("key")).GetAsync("me")).ShouldBe(200);
        await api.DaysGoByAsync(89);
        (await api.With(usual.Text("key")).GetAsync("me")).ShouldBeProblem(401, "unauthenticated");
        (await api.Administrator.GetAsync(path))
            .ShouldBe(200)
            .Items()
            .Should()
            .HaveCount(2, "an expired key is shown, so that people see why it stopped");
    }

    [Fact]
    public async Task Forged_keys_are_none()
    {
        var key = (await IssueAsync(await Fund.OpenAsync(api), "write")).Text("key");
        foreach (
            var forged in new[]
            {
                "pl_",
                "pl_x",
                key[..^1],
                $"{key}x",
                key.ToUpperInvariant(),
                $"pl_{new string('A', 5000)}",
                "pl_é",
            }
        )
        {
            var client = api.Anonymous();
            client
                .Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {forged}")
                .Should()
                .BeTrue();
            (await client.GetAsync("me")).ShouldBeProblem(401, "unauthenticated");
        }
        (await api.With(key).GetAsync("me")).ShouldBe(200);
    }

    [Fact]
    public async Task Last_use_is_noted_at_most_every_five_minutes()
    {
        var fund = await Fund.OpenAsync(api);
        var machine = await MachineAsync(fund, "read");
        (await LastUsedAsync(fund)).Should().BeNull();
        (await machine.GetAsync("me")).ShouldBe(200);
        var first = await LastUsedAsync(fund);
        first.Should().BeCloseTo(api.Clock.GetUtcNow().UtcDateTime, TimeSpan.FromMinutes(1));
        api.Clock.Advance(TimeSpan.FromMinutes(4));
        (await machine.GetAsync("me")).ShouldBe(200);
        (await LastUsedAsync(fund)).Should().Be(first);
        api.Clock.Advance(TimeSpan.FromMinutes(2));
        (await machine.GetAsync("me")).ShouldBe(200);
        (await LastUsedAsync(fund)).Should().BeAfter(first!.Value.AddMinutes(5));
    }

    [Fact]
    public async Task A_key_is_nobody_who_could_be_given_a_role()
    {
        var fund = await Fund.OpenAsync(api);
        var key = (await IssueAsync(fund, "read")).Id("id");
        (
            await api.Administrator.PutAsync($"portfolios/{fund.Id}/members/{key}", new { role = "manager" })
        ).ShouldBeProblem(404, "not_found");
        (await api.Administrator.PutAsync($"{(await fund.ProjectAsync()).Path}/members/{key}", null)).ShouldBeProblem(
            404,
            "not_found"
        );
    }

    private async Task<Reply> IssueAsync(Fund fund, string access, DateTimeOffset? expiresAt = null) =>
        (
            await api.Administrator.PostAsync(
                $"portfolios/{fund.Id}/api-keys",
                new
                {
                    name = "Excel",
                    access,
                    expiresAt,
                }
            )
        ).ShouldBe(201);

    private async Task<Client> MachineAsync(Fund fund, string access) =>
        api.With((await IssueAsync(fund, access)).Text("key"));

    private async Task<DateTime?> LastUsedAsync(Fund fund) =>
        (await api.Administrator.GetAsync($"portfolios/{fund.Id}/api-keys"))
            .ShouldBe(200)["items.0.lastUsedAt"]
            ?.GetValue<DateTime>()
            .ToUniversalTime();
}
