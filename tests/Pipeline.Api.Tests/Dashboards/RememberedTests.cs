using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Speed;
using Pipeline.Application.Dashboards;

namespace Pipeline.Api.Tests.Dashboards;

/// <summary>A dashboard is remembered as long as nothing was recorded that could change it, and says what one that is made anew would say.</summary>
[UseCases(typeof(GetDashboard))]
public sealed class RememberedTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task What_is_written_elsewhere_leaves_it_and_what_is_written_of_its_projects_does_not()
    {
        var (fund, other) = (await Fund.OpenAsync(api), await Fund.OpenAsync(api));
        var (own, others) = (await fund.ProjectAsync(), await other.ProjectAsync());
        var commitment = await own.CommitAsync(10_000);
        var manager = await fund.MemberAsync("manager");
        (await IsMadeAsync(fund)).Should().BeTrue("nobody has asked");
        (await IsMadeAsync(fund)).Should().BeFalse("nothing was written");

        foreach (
            var (what, write) in new (string, Func<Task>)[]
            {
                (
                    "a sign-in",
                    () => api.Administrator.SignInAsync(PipelineApi.AdministratorEmail, PipelineApi.Password)
                ),
                ("a commitment to another one's project", async () => await others.CommitAsync(20_000)),
                ("a move of another one's project", () => others.DescribeAsync(modelled: true)),
                ("a view that somebody keeps", () => SaveViewAsync(manager)),
            }
        )
        {
            await write();
            (await IsMadeAsync(fund)).Should().BeFalse("{0} does not concern it", what);
        }
        foreach (
            var (what, write) in new (string, Func<Task>)[]
            {
                ("a delivery", async () => (await own.DeliverAsync(commitment, 500)).ShouldBe(201)),
                ("a project", async () => await fund.ProjectAsync()),
                (
                    "another one's project taken in",
                    async () =>
                        (
                            await api.Administrator.PutAsync(
                                $"portfolios/{fund.Id}/holdings/{others.Id}",
                                new { kind = "coFunder" }
                            )
                        ).ShouldBe(200)
                ),
                ("what becomes of that one", () => others.TerritoriesAsync("Nanterre")),
                (
                    "its release",
                    async () =>
                        (await api.Administrator.DeleteAsync($"portfolios/{fund.Id}/holdings/{others.Id}")).ShouldBe(
                            204
                        )
                ),
                ("a member", async () => await fund.MemberAsync("investor")),
            }
        )
        {
            await write();
            (await IsMadeAsync(fund)).Should().BeTrue("{0} may change it", what);
            (await IsMadeAsync(fund)).Should().BeFalse("after {0} it is remembered again", what);
        }
    }

    private static async Task SaveViewAsync(Client by) =>
        (await by.PostAsync("views", new { name = "Mine", query = "standing=active" }))
            .Status.Should()
            .BeInRange(200, 299);

    // What is said is what is said of the same day where it is asked for by its date, which is made each time.
    private async Task<bool> IsMadeAsync(Fund fund)
    {
        Reply? asked = null;
        var sent = await SentSql.DuringAsync(api, async () => asked = (await fund.DashboardAsync()).ShouldBe(200));
        var today = DateOnly.FromDateTime(api.Clock.GetUtcNow().UtcDateTime);
        var anew = (await fund.DashboardAsync($"?asOf={today:yyyy-MM-dd}")).ShouldBe(200);
        asked!.Json!.ToJsonString().Should().Be(anew.Json!.ToJsonString());
        return sent.Statements.Any(s => s.Contains("TransitionEffects", StringComparison.Ordinal));
    }
}
