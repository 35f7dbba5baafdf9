using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.EvaluationPlans;
using Pipeline.Api.Tests.Indicators;
using Pipeline.Application.Evaluations;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Projects;

namespace Pipeline.Api.Tests.Ledgers;

/// <summary>What is recorded late holds on the days that have gone by, too.</summary>
[UseCases(
    typeof(RecordDelivery),
    typeof(CancelCommitment),
    typeof(SetPlan),
    typeof(RecordEvaluation),
    typeof(UpdateProject)
)]
public sealed class PastDayTests(PipelineApi api) : IClassFixture<PipelineApi>, IAsyncLifetime
{
    private Fund _fund = null!;
    private TestProject _project = null!;

    public async Task InitializeAsync()
    {
        _fund = await Fund.OpenAsync(api);
        _project = await _fund.ProjectAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task What_was_taken_back_in_december_is_not_open_in_august()
    {
        var commitment = await _project.CommitAsync(100);
        var delivery = (await _project.DeliverAsync(commitment, 100, "2015-06-01")).ShouldBe(201).Id("id");
        (await _project.ReverseAsync(commitment, delivery, "2015-12-01")).ShouldBe(201);
        (await _project.DeliverAsync(commitment, 100, "2015-08-01")).ShouldBeProblem(
            409,
            "delivery_exceeds_commitment"
        );
        (await _fund.DashboardAsync("?asOf=2015-08-01")).Figure("totals.delivered.amount").Should().Be(100);
        (await _project.DeliverAsync(commitment, 100, "2015-12-01")).ShouldBe(201);
    }

    [Fact]
    public async Task A_cancellation_before_a_delivery()
    {
        var commitment = await _project.CommitAsync(100);
        (await _project.DeliverAsync(commitment, 40, "2015-06-01")).ShouldBe(201);
        (await CancelAsync(commitment, "2015-05-31")).ShouldBlame("cancelledOn", "cancelled_before_delivery");
        (await CancelAsync(commitment, "2015-06-01")).ShouldBe(200).Figure("committed.amount").Should().Be(40);
    }

    [Fact]
    public async Task A_commitment_that_was_cancelled_after_money_came_still_counts_at_the_gate()
    {
        var commitment = await _project.CommitAsync(100);
        (await CancelAsync(commitment, "2015-06-01")).ShouldBe(200);
        (await FundedAsync()).Should().BeFalse();
        commitment = await _project.CommitAsync(100);
        (await _project.DeliverAsync(commitment, 40)).ShouldBe(201);
        (await CancelAsync(commitment, "2015-06-01")).ShouldBe(200);
        (await FundedAsync()).Should().BeTrue();
    }

    [Fact]
    public async Task A_commitment_before_the_project_began_and_the_beginning_moved()
    {
        (await _project.TryCommitAsync(100, on: "2014-12-31")).ShouldBlame("agreedOn", "before_start");
        var owner = await _project.OwnerAsync();
        (await BeginAsync("2014-06-01", owner)).ShouldBeProblem(403, "managers_only");
        (await BeginAsync("2015-01-01", owner)).ShouldBe(200);
        var before = api.Clock.GetUtcNow();
        (await BeginAsync("2014-06-01", await _fund.MemberAsync("manager"))).ShouldBe(200);
        (await _project.GetAsync()).Text("startedOn").Should().Be("2014-06-01");
        (await _project.GetAsync()).Text("phaseSince").Should().Be("2014-06-01");
        await _project.CommitAsync(100, on: "2014-12-31");
        (await BeginAsync("2015-01-01"))
            .ShouldBeProblem(409, "start_contradicted")
            .Text("detail")
            .Should()
            .Contain("31 December 2014");
        (await _fund.SetIndicatorsAsync(IndicatorApi.Indicator("JOBS"))).ShouldBe(200);
        (await _project.ReadAsync("JOBS", "2014-11-01", 1)).ShouldBe(201);
        (
            await api.Administrator.PutAsync(
                $"{_project.Path}/evaluation-plan",
                new { evaluations = new[] { EvaluationPlanTests.Planned("2014-10-01") } },
                "*"
            )
        ).ShouldBe(200);
        (await BeginAsync("2014-12-01"))
            .ShouldBeProblem(409, "start_contradicted")
            .Items("errors")
            .Select(e => e["message"]!.GetValue<string>())
            .Should()
            .SatisfyRespectively(
                m => m.Should().Contain("a planned evaluation").And.Contain("1 October 2014"),
                m => m.Should().Contain("a reading of an indicator").And.Contain("1 November 2014")
            );
        (await BeginAsync($"{api.Clock.Today.AddDays(1):yyyy-MM-dd}")).ShouldBlame("startedOn", "date_in_future");

        (await _fund.DashboardAsync("?asOf=2014-12-31")).Number("projects.total").Should().Be(1);
        (await _fund.DashboardAsync($"?asOf=2014-12-31&knownAt={before:yyyy-MM-ddTHH:mm:ss.ffffffZ}"))
            .Number("projects.total")
            .Should()
            .Be(0, "then it was known to begin later");
    }

    [Fact]
    public async Task An_evaluation_of_a_phase_that_was_not_reached()
    {
        await _project.MeetFirstGateAsync();
        (await _project.ReportAsync("advance", "2015-06-01")).ShouldBe(201);
        (await EvaluateAsync("experimentation", "2015-05-31")).ShouldBlame("phase", "phase_not_reached");
        (await EvaluateAsync("modelling", "2015-06-02")).ShouldBlame("phase", "phase_not_reached");
        (await EvaluateAsync("experimentation", "2014-12-31")).ShouldBlame("carriedOutOn", "before_start");
        (await EvaluateAsync("experimentation", "2015-06-01")).ShouldBe(201);
        (await EvaluateAsync("conception", "2015-06-01")).ShouldBe(201);
    }

    [Fact]
    public async Task A_plan_counts_from_its_day_whenever_it_was_written()
    {
        (await PlanAsync(10, "2014-12-31")).ShouldBlame("effectiveOn", "before_start");
        (await PlanAsync(10, $"{api.Clock.Today.AddDays(1):yyyy-MM-dd}")).ShouldBlame("effectiveOn", "date_in_future");
        (await PlanAsync(30, "2016-01-01")).ShouldBe(200);
        var late = (await PlanAsync(20, "2015-06-01")).ShouldBe(200);
        (late.Text("effectiveOn"), late.Figure("total.amount")).Should().Be(("2015-06-01", 20m));

        foreach (var (day, planned) in new[] { ("2015-05-31", 0m), ("2015-06-01", 20m), ("2016-01-01", 30m) })
            (await _fund.DashboardAsync($"?asOf={day}")).Figure("totals.planned.amount").Should().Be(planned, day);
        (await PlanOfTodayAsync()).Should().Be(30, "the later day holds, not the later record");
        (await PlanAsync(40, "2016-01-01")).ShouldBe(200);
        (await PlanOfTodayAsync()).Should().Be(40, "of one day the last record holds");
        (await PlanAsync(50, null)).ShouldBe(200).Text("effectiveOn").Should().Be($"{api.Clock.Today:yyyy-MM-dd}");
        (await PlanOfTodayAsync()).Should().Be(50);
    }

    private async Task<decimal?> PlanOfTodayAsync() =>
        (await api.Administrator.GetAsync($"{_project.Path}/plan")).Figure("total.amount");

    private async Task<Reply> PlanAsync(decimal amount, string? effectiveOn) =>
        await api.Administrator.PutAsync(
            $"{_project.Path}/plan",
            new
            {
                lines = new[]
                {
                    new
                    {
                        phase = "modelling",
                        lever = "funding",
                        amount = _project.Money(amount),
                    },
                },
                effectiveOn,
            },
            await _project.ETagAsync()
        );

    private async Task<Reply> CancelAsync(Guid commitment, string on) =>
        await api.Administrator.PostAsync(
            $"{_project.Path}/commitments/{commitment}/cancellation",
            new { reason = "No money left", cancelledOn = on }
        );

    private Task<bool> FundedAsync() => _project.MeetsAsync("funding.committed");

    private async Task<Reply> BeginAsync(string on, Client? by = null) =>
        await (by ?? api.Administrator).PutAsync(
            _project.Path,
            new
            {
                name = "Begun",
                socioEconomicModel = "researchAndDevelopment",
                sdgs = Array.Empty<int>(),
                domains = Array.Empty<string>(),
                startedOn = on,
            },
            await _project.ETagAsync()
        );

    private async Task<Reply> EvaluateAsync(string phase, string on) =>
        await api.Administrator.PostAsync(
            $"{_project.Path}/evaluations",
            new
            {
                phase,
                form = "relevance",
                maturity = "narrated",
                carriedOutOn = on,
                evaluator = "University of Nanterre",
                participants = new[] { "beneficiaries" },
                findings = "It works",
                verdict = "favourable",
            }
        );
}
