using System.Text.Json.Nodes;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Exports;
using Pipeline.Application.EvaluationPlans;

namespace Pipeline.Api.Tests.EvaluationPlans;

/// <summary>Evaluations that are planned, and what comes of them.</summary>
[UseCases(typeof(GetEvaluationPlan), typeof(SetEvaluationPlan))]
public sealed class EvaluationPlanTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    /// <summary>A planned evaluation as it is sent.</summary>
    internal static JsonObject Planned(string dueOn, object? more = null) =>
        Fields.Merge(
            new
            {
                phase = "conception",
                form = "relevance",
                maturity = "narrated",
                dueOn,
                evaluatorKind = "trustedThirdParty",
                participants = new[] { "beneficiaries", "academics" },
            },
            more
        );

    private static object Money(decimal amount, string currency = "EUR") => new { amount, currency };

    private Task<Reply> PlanAsync(TestProject project, params object[] evaluations) =>
        api.Administrator.PutAsync($"{project.Path}/evaluation-plan", new { evaluations }, "*");

    private Task<Reply> PlanAsync(TestProject project) => api.Administrator.GetAsync($"{project.Path}/evaluation-plan");

    private Task<Reply> EvaluateAsync(TestProject project, object? more = null) =>
        api.Administrator.PostAsync(
            $"{project.Path}/evaluations",
            Fields.Merge(
                new
                {
                    phase = "conception",
                    form = "relevance",
                    maturity = "narrated",
                    carriedOutOn = "2016-01-01",
                    evaluator = "University of Nanterre",
                    participants = new[] { "beneficiaries" },
                    findings = "It works",
                    verdict = "favourable",
                },
                more
            )
        );

    [Fact]
    public async Task A_plan_is_versioned_and_offers_questions_by_stage()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        var none = (await PlanAsync(project)).ShouldBe(200);
        none.Number("version").Should().Be(0);
        none.Items("hints").Should().BeEmpty();
        none.Items("offeredQuestions")
            .Select(s => s["stage"]!.GetValue<string>())
            .Should()
            .Equal("societalRnd", "proofOfConcept", "deployment");
        (await api.Administrator.GetAsync($"{project.Path}/evaluation-plan", "fr"))
            .Text("offeredQuestions.0.questions.0")
            .Should()
            .Be("Répond-il au besoin ?");

        var first = (
            await PlanAsync(
                project,
                Planned(
                    "2999-06-30",
                    new
                    {
                        budget = Money(12_500.50m),
                        questions = new[] { " Who stays? " },
                        framework = "Built with two regions",
                    }
                ),
                Planned("2999-12-31")
            )
        ).ShouldBe(200);
        first.Text("evaluations.0.state").Should().Be("planned");
        first.Text("evaluations.0.questions.0").Should().Be("Who stays?");
        first["evaluations.0.budget.amount"]!.GetValue<decimal>().Should().Be(12_500.50m);
        var second = (
            await PlanAsync(project, Planned("2999-12-31", new { id = first.Id("evaluations.1.id") }))
        ).ShouldBe(200);
        second.Id("evaluations.0.id").Should().Be(first.Id("evaluations.1.id"));
        (await PlanAsync(project, Planned("2999-12-31", new { id = first.Id("evaluations.0.id") }))).ShouldBlame(
            "evaluations[0].id",
            "unknown_entry"
        );
        (await api.Administrator.GetAsync($"{project.Path}/evaluation-plan/versions")).Items().Should().HaveCount(2);
    }

    [Fact]
    public async Task It_is_due_fourteen_days_before_late_after_and_done_by_the_evaluation_that_names_it()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        var due = api.Clock.Today.AddDays(15);
        var plan = (await PlanAsync(project, Planned($"{due:yyyy-MM-dd}"))).ShouldBe(200);
        (await StandAsync()).Should().Be(("planned", "", "upcoming"));
        await api.DaysGoByAsync(1);
        (await StandAsync()).Should().Be(("due", "evaluation_due", "upcoming"));
        await api.DaysGoByAsync(14);
        (await StandAsync()).Should().Be(("due", "evaluation_due", "due"));
        await api.DaysGoByAsync(1);
        (await StandAsync()).Should().Be(("late", "evaluation_late", "late"));

        var done = (await EvaluateAsync(project, new { plannedId = plan.Id("evaluations.0.id") })).ShouldBe(201);
        (await StandAsync()).Should().Be(("done", "", ""));
        var shown = await PlanAsync(project);
        shown.Id("evaluations.0.evaluationId").Should().Be(done.Id("id"));
        shown.Text("evaluations.0.doneOn").Should().Be("2016-01-01");
        // It is done once, and stays in the plan.
        (await EvaluateAsync(project, new { plannedId = plan.Id("evaluations.0.id") })).ShouldBlame(
            "plannedId",
            "planned_evaluation_done"
        );
        (await PlanAsync(project, Planned($"{due:yyyy-MM-dd}"))).ShouldBlame("evaluations", "planned_evaluation_done");
        (await PlanAsync(project)).Number("version").Should().Be(1);

        async Task<(string, string, string)> StandAsync() =>
            (
                (await PlanAsync(project)).Text("evaluations.0.state"),
                string.Concat(
                    (await fund.DashboardAsync())
                        .ShouldBe(200)
                        .Items("attention")
                        .Select(a => a["code"]!.GetValue<string>())
                        .Where(c => c is "evaluation_due" or "evaluation_late")
                ),
                string.Concat(
                    (await api.Administrator.GetAsync($"deadlines?projectId={project.Id}&kind=plannedEvaluation"))
                        .ShouldBe(200)
                        .Items()
                        .Select(d => d["state"]!.GetValue<string>())
                )
            );
    }

    [Fact]
    public async Task A_cancelled_one_is_nobodys_concern_and_takes_no_evaluation()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        var plan = (
            await PlanAsync(project, Planned("2016-01-01", new { cancelledReason = "The project was sized anew" }))
        ).ShouldBe(200);
        plan.Text("evaluations.0.state").Should().Be("cancelled");
        (await api.Administrator.GetAsync($"deadlines?projectId={project.Id}")).Items().Should().BeEmpty();
        (await EvaluateAsync(project, new { plannedId = plan.Id("evaluations.0.id") })).ShouldBlame(
            "plannedId",
            "planned_evaluation_cancelled"
        );
    }

    [Fact]
    public async Task Budgets_that_differ_from_the_plan_are_a_hint_and_no_refusal()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        (await project.PlanAsync(("conception", "evaluation", 1_000), ("modelling", "evaluation", 500.25m))).ShouldBe(
            200
        );
        (await PlanAsync(project, Planned("2999-01-01", new { budget = Money(1_000) }))).ShouldBe(200);
        var plan = (await PlanAsync(project)).ShouldBe(200);
        plan.Text("hints.0.code").Should().Be("evaluation_budget_differs");
        plan["hints.0.budgeted.amount"]!.GetValue<decimal>().Should().Be(1_000);
        plan["hints.0.planned.amount"]!.GetValue<decimal>().Should().Be(1_500.25m);
        var cancelled = new { budget = Money(7), cancelledReason = "Too early" };
        (
            await PlanAsync(
                project,
                Planned("2999-01-01", new { budget = Money(1_500.25m) }),
                Planned("2999-01-01", cancelled)
            )
        ).ShouldBe(200);
        (await PlanAsync(project)).Items("hints").Should().BeEmpty();
    }

    [Fact]
    public async Task Evaluations_say_who_did_them_what_they_cost_and_what_came_otherwise()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        var said = new
        {
            evaluatorKind = "partners",
            cost = Money(3_000.10m),
            gapFromIntuition = "More elderly people came",
            driftNoted = "The accompaniment is shorter",
            ecosystemChange = "Two companies followed",
            participants = new[] { "partners", "academics" },
        };
        var evaluation = (await EvaluateAsync(project, said)).ShouldBe(201);
        evaluation.Text("evaluatorKind").Should().Be("partners");
        evaluation["cost.amount"]!.GetValue<decimal>().Should().Be(3_000.10m);
        evaluation.Text("gapFromIntuition").Should().Be("More elderly people came");
        evaluation.Text("driftNoted").Should().Be("The accompaniment is shorter");
        evaluation.Text("ecosystemChange").Should().Be("Two companies followed");
        (await PlanAsync(project))
            .Items("keyActors")
            .Select(a => (a["code"]!.GetValue<string>(), a["tookPart"]!.GetValue<bool>()))
            .Should()
            .Equal(("academics", true), ("beneficiaries", false), ("partners", true));
    }

    [Fact]
    public async Task What_is_wrong_is_named_and_nothing_is_written()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        await RefusedAsync(new { dueOn = "2014-12-31" }, "dueOn", "before_start");
        await RefusedAsync(new { participants = Array.Empty<string>() }, "participants", "required");
        await RefusedAsync(new { participants = new[] { "peers", "peers" } }, "participants", "duplicate");
        await RefusedAsync(new { participants = new[] { "martians" } }, "participants[0]", "unknown_code");
        await RefusedAsync(new { evaluatorKind = "oracle" }, "evaluatorKind", "unknown_code");
        await RefusedAsync(new { budget = Money(-1) }, "budget.amount", "amount_not_positive");
        await RefusedAsync(new { budget = Money(1, "USD") }, "budget.currency", "currency_differs");
        await RefusedAsync(new { budget = Money(1.001m) }, "budget.amount", "too_many_decimals");
        await RefusedAsync(new { questions = new[] { " " } }, "questions[0]", "required");
        (await PlanAsync(project)).Number("version").Should().Be(0);
        (await EvaluateAsync(project, new { plannedId = Guid.Empty })).ShouldBlame(
            "plannedId",
            "unknown_planned_evaluation"
        );
        (await EvaluateAsync(project, new { cost = Money(-1) })).ShouldBlame("cost.amount", "amount_not_positive");
        (await EvaluateAsync(project, new { cost = Money(1, "USD") })).ShouldBlame("cost.currency", "currency_differs");
        (await api.Administrator.GetAsync($"{project.Path}/evaluations")).Items().Should().BeEmpty();

        async Task RefusedAsync(object more, string field, string code) =>
            (await PlanAsync(project, Planned("2999-01-01", more))).ShouldBlame($"evaluations[0].{field}", code);
    }

    [Fact]
    public async Task The_workbook_has_them_in_both_languages()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        var plan = (await PlanAsync(project, Planned("2016-01-01", new { budget = Money(100) }))).ShouldBe(200);
        (await EvaluateAsync(project, new { plannedId = plan.Id("evaluations.0.id"), cost = Money(120.5m) })).ShouldBe(
            201
        );
        foreach (
            var (language, sheet, state, said) in new[]
            {
                ("en", "Evaluation plan", "State", "Done"),
                ("fr", "Plan d'évaluation", "État", "Menée"),
            }
        )
        {
            var file = await api.Administrator.GetAsync($"portfolios/{fund.Id}/report.xlsx?lang={language}");
            using var book = Book.Open(file.ShouldBe(200).Bytes);
            book.Sheets.Should().Contain(sheet);
            var row = book.Table(sheet).Single();
            book.TextOf(row[state]).Should().Be(said);
            book.TextOf(row["Budget"]).Should().Be("100");
        }
    }
}
