using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Exports;
using Pipeline.Application.Economics;
using Pipeline.Domain.Projects;

namespace Pipeline.Api.Tests.Economics;

/// <summary>How a project lives, how it is to live, and the way from one to the other.</summary>
[UseCases(typeof(GetEconomics), typeof(SetEconomics))]
public sealed class EconomicsTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private static object Money(decimal amount, string currency = "EUR") => new { amount, currency };

    private static object Resource(string source, decimal amount) => new { source, yearlyAmount = Money(amount) };

    private static System.Text.Json.Nodes.JsonObject Picture(object? more = null) =>
        Fields.Merge(
            new
            {
                asOf = "2016-01-01",
                kind = "operator",
                resources = new[]
                {
                    Resource("public", 50_000),
                    Resource("private", 30_000),
                    Resource("earned", 20_000),
                },
                people = new[] { new { kind = "salaried", fullTimeEquivalents = 2.123456789 } },
                sizing = new
                {
                    territories = 3,
                    beneficiaries = 1_200,
                    yearlyCost = Money(100_000),
                },
            },
            more
        );

    private static object Trajectory(params (string Milestone, string DueOn, string? DoneOn)[] steps) =>
        new
        {
            trajectory = steps.Select(s => new
            {
                milestone = s.Milestone,
                dueOn = s.DueOn,
                doneOn = s.DoneOn,
            }),
        };

    private Task<Reply> PutAsync(TestProject project, object body, string which = "target", string ifMatch = "*") =>
        api.Administrator.PutAsync($"{project.Path}/economics/{which}", body, ifMatch);

    [Fact]
    public async Task Shares_are_exact_and_what_is_out_of_balance_is_remarked_and_not_refused()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        (await api.Administrator.GetAsync($"{project.Path}/economics/current")).ShouldBe(404);
        var first = (await PutAsync(project, Picture(), "current")).ShouldBe(200);
        first
            .Items("shares")
            .Select(s => (s["source"]!.GetValue<string>(), s["share"]!.GetValue<decimal>()))
            .Should()
            .Equal(("public", 0.5m), ("private", 0.3m), ("earned", 0.2m), ("other", 0m));
        first.Items("remarks").Should().BeEmpty();

        var earned = new { resources = new[] { Resource("earned", 71), Resource("public", 29) } };
        var second = (await PutAsync(project, Picture(earned), "current", first.ETag!)).ShouldBe(200);
        Remarks(second).Should().Equal("earned_majority", "single_source");
        var half = new { resources = new[] { Resource("earned", 50), Resource("public", 50) } };
        Remarks(await PutAsync(project, Picture(half), "current")).Should().BeEmpty("half is not more than half");
        var most = new { resources = new[] { Resource("public", 70), Resource("earned", 30) } };
        Remarks(await PutAsync(project, Picture(most), "current")).Should().BeEmpty();

        (await api.Administrator.GetAsync($"{project.Path}/economics/current")).Number("version").Should().Be(4);
        (await api.Administrator.GetAsync($"{project.Path}/economics/current/versions")).Items().Should().HaveCount(4);
        (await api.Administrator.GetAsync($"{project.Path}/economics/target")).ShouldBe(404);
        (await PutAsync(project, Picture(), "current", first.ETag!)).ShouldBe(412);

        static IEnumerable<string> Remarks(Reply reply) =>
            reply.ShouldBe(200).Items("remarks").Select(r => r["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Milestones_are_deadlines_until_they_are_reached_and_late_ones_are_pointed_at()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        var (past, soon) = ($"{api.Clock.Today.AddDays(-1):yyyy-MM-dd}", $"{api.Clock.Today.AddDays(9):yyyy-MM-dd}");
        var steps = Trajectory(("A contract", past, null), ("A price", past, past), ("A second region", soon, null));
        (await PutAsync(project, Picture(steps))).ShouldBe(200);
        (await DueAsync()).Should().Equal(("A contract", "late"), ("A second region", "upcoming"));
        (await api.Administrator.GetAsync($"deadlines?projectId={project.Id}&kind=trajectoryMilestone"))
            .Text("items.0.link")
            .Should()
            .Be($"/projects/{project.Id}/economics#trajectory", "whoever reads the project may follow it");
        (await fund.DashboardAsync()).Number("attentionTotals.trajectory_late").Should().Be(1);

        (await PutAsync(project, Picture(Trajectory(("A contract", past, past))))).ShouldBe(200);
        (await DueAsync()).Should().BeEmpty();
        (await fund.DashboardAsync())["attentionTotals"]!.AsObject().Should().NotContainKey("trajectory_late");

        async Task<IEnumerable<(string, string)>> DueAsync() =>
            (await api.Administrator.GetAsync($"deadlines?projectId={project.Id}&kind=trajectoryMilestone"))
                .ShouldBe(200)
                .Items()
                .Select(d => (d["what"]!.GetValue<string>(), d["state"]!.GetValue<string>()));
    }

    [Fact]
    public async Task The_gate_to_scaling_out_asks_for_an_operators_target_with_its_size_and_a_milestone()
    {
        var severities = Gates.Criteria.ToDictionary(
            c => c.Code,
            c => c.Code == "model.trajectory" ? "block" : "ignore"
        );
        var project = await (await Fund.OpenAsync(api, severities: severities)).ProjectAsync();
        (await project.ReportAsync("advance", "2016-01-01")).ShouldBe(201);
        (await project.ReportAsync("advance", "2017-01-01")).ShouldBe(201);
        var steps = Trajectory(("A contract", "2030-01-01", null));
        (await MetAsync()).Should().BeFalse();
        (await PutAsync(project, Picture())).ShouldBe(200);
        (await MetAsync()).Should().BeFalse("there is no way there");
        (await PutAsync(project, Fields.Merge(Picture(steps), new { sizing = (object?)null }))).ShouldBe(200);
        (await MetAsync()).Should().BeFalse("it has no size");
        (await PutAsync(project, Fields.Merge(Picture(steps), new { kind = "researchAndDevelopment" }))).ShouldBe(200);
        (await MetAsync()).Should().BeFalse("it is no operator's");
        (await PutAsync(project, Picture(steps))).ShouldBe(200);
        (await MetAsync()).Should().BeTrue();
        (await project.ReportAsync("advance", "2018-01-01")).ShouldBe(201);

        Task<bool> MetAsync() => project.MeetsAsync("model.trajectory");
    }

    [Fact]
    public async Task The_workbook_has_both_pictures_side_by_side()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        (await PutAsync(project, Picture(), "current")).ShouldBe(200);
        (await PutAsync(project, Picture())).ShouldBe(200);
        foreach (
            var (language, sheet, picture, labels) in new[]
            {
                ("en", "Economics", "Picture", (string[])["Current", "Target"]),
                ("fr", "Modèle économique", "Tableau", ["Actuel", "Cible"]),
            }
        )
        {
            var file = await api.Administrator.GetAsync($"portfolios/{fund.Id}/report.xlsx?lang={language}");
            using var book = Book.Open(file.ShouldBe(200).Bytes);
            book.Table(sheet).Select(r => book.TextOf(r[picture])).Should().Equal(labels);
        }
    }

    [Fact]
    public async Task What_is_wrong_is_named_and_nothing_is_written()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        await BlamedAsync(
            new { resources = new[] { new { source = "public", yearlyAmount = Money(1, "USD") } } },
            "resources[0].yearlyAmount.currency",
            "currency_differs"
        );
        await BlamedAsync(
            new { resources = new[] { Resource("public", -1) } },
            "resources[0].yearlyAmount.amount",
            "amount_not_positive"
        );
        await BlamedAsync(People(("salaried", 1), ("salaried", 2)), "people[1].kind", "duplicate");
        await BlamedAsync(People(("salaried", 0.0000000001m)), "people[0].fullTimeEquivalents", "out_of_range");
        await BlamedAsync(People(("salaried", -1)), "people[0].fullTimeEquivalents", "out_of_range");
        await BlamedAsync(new { allianceIds = new[] { Guid.Empty } }, "allianceIds[0]", "unknown_alliance");
        await BlamedAsync(
            new { allianceIds = Enumerable.Range(0, 10_000).Select(_ => Guid.CreateVersion7(api.Clock.GetUtcNow())) },
            "allianceIds",
            "too_many"
        );
        await BlamedAsync(Trajectory((" ", "2030-01-01", null)), "trajectory[0].milestone", "required");
        await BlamedAsync(
            Trajectory(("A price", "2030-01-01", "2999-01-01")),
            "trajectory[0].doneOn",
            "date_in_future"
        );
        (await PutAsync(project, Picture(Trajectory(("A price", "2030-01-01", null))), "current")).ShouldBlame(
            "trajectory",
            "trajectory_of_target_only"
        );
        (await PutAsync(project, Picture(new { asOf = "2999-01-01" }), "current")).ShouldBlame(
            "asOf",
            "date_in_future"
        );
        (await api.Administrator.GetAsync($"{project.Path}/economics/future")).ShouldBe(404);
        (await api.Administrator.GetAsync($"{project.Path}/economics/target")).ShouldBe(404);

        async Task BlamedAsync(object more, string field, string code) =>
            (await PutAsync(project, Picture(more))).ShouldBlame(field, code);

        static object People(params (string Kind, decimal FullTimeEquivalents)[] people) =>
            new { people = people.Select(p => new { kind = p.Kind, fullTimeEquivalents = p.FullTimeEquivalents }) };
    }
}
