using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Programmes;

namespace Pipeline.Api.Tests.Deadlines;

/// <summary>Rules of the modules that a reading of their paper found open.</summary>
[SqliteOnly("What is asked is held against rules that no database knows of.")]
public sealed class ModuleRuleTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private string Day(int months) => api.Clock.Today.AddMonths(months).ToString("yyyy-MM-dd", null);

    [Fact]
    public async Task Sessions_are_among_the_deadlines_of_a_project_that_takes_part_and_of_no_other()
    {
        var fund = await Fund.OpenAsync(api);
        var (one, other) = (await fund.ProjectAsync(), await fund.ProjectAsync());
        var programme = await TestProgramme.OpenAsync(fund);
        await programme.ChooseAsync("Rennes", new { projectId = one.Id });
        var due = await SessionsAsync(one);
        due.Should().HaveCount(5);
        due.Select(d => d["project"]!["id"]!.GetValue<Guid>()).Distinct().Should().Equal(one.Id);
        (await SessionsAsync(other)).Should().BeEmpty();

        async Task<IReadOnlyList<System.Text.Json.Nodes.JsonNode>> SessionsAsync(TestProject project) =>
            (await api.Administrator.GetAsync($"deadlines?projectId={project.Id}&kind=programmeSession"))
                .ShouldBe(200)
                .Items();
    }

    [Fact]
    public async Task Nothing_is_a_figure_too_where_money_and_people_are_told_and_not_booked()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        var picture = new
        {
            asOf = "2016-01-01",
            kind = "operator",
            resources = new[] { new { source = "earned", yearlyAmount = project.Money(0) } },
            people = new[] { new { kind = "volunteers", fullTimeEquivalents = 0 } },
        };
        var said = (await api.Administrator.PutAsync($"{project.Path}/economics/current", picture, "*")).ShouldBe(200);
        said.Figure("people.0.fullTimeEquivalents").Should().Be(0m);
    }

    [Fact]
    public async Task An_end_is_announced_before_the_beginning_and_not_of_a_project_that_has_stopped()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        var agreement = new
        {
            signedOn = Day(-1),
            startsOn = Day(1),
            endsOn = Day(6),
            objectives = Array.Empty<object>(),
        };
        (await api.Administrator.PutAsync($"{project.Path}/agreements/{fund.Id}", agreement, "*")).ShouldBe(200);
        (await CodesAsync()).Should().Contain(["agreement_ending", "agreement_short"]);
        (await project.ReportAsync("stop", Day(-1), reason: "No more")).ShouldBe(201);
        (await CodesAsync()).Should().NotContain(code => code.StartsWith("agreement", StringComparison.Ordinal));

        async Task<IEnumerable<string>> CodesAsync() =>
            (await fund.DashboardAsync()).ShouldBe(200).Items("attention").Select(a => a["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_repayment_says_who_recorded_it_and_may_bring_more_than_was_lent()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        var path = $"{project.Path}/commitments/{await project.LendAsync(100)}/repayments";
        var paid = (
            await api.Administrator.PostAsync(path, new { amount = project.Money(104.5m), repaidOn = "2016-01-01" })
        ).ShouldBe(201);
        paid.Text("recordedBy.name").Should().NotBeEmpty();
        (await api.Administrator.GetAsync(path)).Id("items.0.recordedBy.id").Should().Be(paid.Id("recordedBy.id"));
    }

    [Fact]
    public async Task The_lists_of_the_modules_are_read_with_their_labels()
    {
        var reference = (await api.Administrator.GetAsync("reference", "fr")).ShouldBe(200);
        foreach (
            var (list, code, label) in new[]
            {
                ("evaluatorKinds", "trustedThirdParty", "Tiers de confiance"),
                ("territoryRoles", "experiment", "Terrain d'expérimentation"),
                ("participantNatures", "cooperativeCluster", "PTCE"),
                ("milestoneKinds", "practiceReview", "Bilan des pratiques"),
                ("engineering", "management", "Gestion"),
                ("viewpoints", "localElected", "Élus locaux"),
                ("readingPaths", "P1", "Comprendre et se positionner"),
                ("reportSections", "activities", "Activités"),
            }
        )
            reference.Items(list).Single(e => e["code"]!.GetValue<string>() == code)["label"]!
                .GetValue<string>()
                .Should()
                .Be(label);
        var tools = (await api.Administrator.GetAsync("resources", "fr")).ShouldBe(200).Items();
        tools.First(r => r["tool"] is not null)["toolLabel"]!.GetValue<string>().Should().NotBeEmpty();
    }
}
