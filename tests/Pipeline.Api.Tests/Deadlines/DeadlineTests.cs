using Pipeline.Api.Tests.Common;
using Pipeline.Application.Deadlines;

namespace Pipeline.Api.Tests.Deadlines;

/// <summary>One list of what is due, from the core and from every module.</summary>
[UseCases(typeof(ListDeadlines))]
public sealed class DeadlineTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private DateOnly Today => api.Clock.Today;

    [Fact]
    public async Task What_is_due_comes_from_everywhere_within_the_scope_the_earliest_first()
    {
        var fund = await Fund.OpenAsync(api, reviewRequired: true);
        var (project, manager, investor) = (
            await fund.ProjectAsync(),
            await fund.MemberAsync("manager"),
            await fund.MemberAsync("investor")
        );
        var owner = await project.OwnerAsync();
        await project.MeetFirstGateAsync();
        (await project.TryCommitAsync(10, more: new { endsOn = $"{Today.AddDays(-3):yyyy-MM-dd}" })).ShouldBe(201);
        (
            await api.Administrator.PutAsync(
                $"{project.Path}/agreements/{fund.Id}",
                new
                {
                    signedOn = $"{Today.AddMonths(-12):yyyy-MM-dd}",
                    startsOn = $"{Today.AddMonths(-12):yyyy-MM-dd}",
                    endsOn = $"{Today.AddMonths(24):yyyy-MM-dd}",
                    reviewEveryMonths = 12,
                    objectives = new[] { new { text = "Own income", dueOn = $"{Today.AddDays(5):yyyy-MM-dd}" } },
                },
                "*"
            )
        ).ShouldBe(200);
        (await project.ReportAsync("advance", $"{Today:yyyy-MM-dd}", by: owner)).ShouldBe(201);
        (await manager.PostAsync($"portfolios/{fund.Id}/api-keys", new { name = "Sheet", access = "read" })).ShouldBe(
            201
        );

        (await ListAsync(manager, $"?portfolioId={fund.Id}"))
            .Should()
            .Equal(
                ("commitmentEnd", "late"),
                ("agreementReview", "due"),
                ("agreementObjective", "upcoming"),
                ("transitionReview", "upcoming"),
                ("keyExpiry", "upcoming"),
                ("agreementEnd", "upcoming")
            );
        (await ListAsync(investor, $"?portfolioId={fund.Id}&kind=keyExpiry"))
            .Should()
            .BeEmpty("keys are the manager's");
        (await ListAsync(owner, $"?projectId={project.Id}&kind=agreementEnd")).Should().ContainSingle();
        (await ListAsync(owner, $"?to={Today:yyyy-MM-dd}"))
            .Select(d => d.Item1)
            .Should()
            .Equal("commitmentEnd", "agreementReview");
        (await ListAsync(owner, $"?from={Today.AddDays(6):yyyy-MM-dd}&to={Today.AddDays(30):yyyy-MM-dd}"))
            .Select(d => d.Item1)
            .Should()
            .Equal("transitionReview");
        var stranger = await (await Fund.OpenAsync(api)).MemberAsync("manager");
        (await ListAsync(stranger, "")).Should().BeEmpty();
        (await stranger.GetAsync($"deadlines?portfolioId={fund.Id}")).ShouldBeProblem(404, "not_found");
        (await stranger.GetAsync($"deadlines?projectId={project.Id}")).ShouldBeProblem(404, "not_found");
        (await owner.GetAsync("deadlines?kind=lunch")).ShouldBlame("kind", "unknown_code");
        var french = (await owner.GetAsync($"deadlines?projectId={project.Id}&kind=agreementEnd", "fr")).ShouldBe(200);
        french.Text("items.0.kindLabel").Should().Be("Fin d'une convention");
        french.Text("items.0.what").Should().Be("La convention prend fin, sans sortie prévue");
        french.Text("items.0.link").Should().Be($"/projects/{project.Id}/agreements/{fund.Id}");
    }

    private static async Task<IReadOnlyList<(string, string)>> ListAsync(Client by, string query) =>
        [
            .. (await by.GetAsync($"deadlines{query}"))
                .ShouldBe(200)
                .Items()
                .Select(d => (d["kind"]!.GetValue<string>(), d["state"]!.GetValue<string>())),
        ];
}
