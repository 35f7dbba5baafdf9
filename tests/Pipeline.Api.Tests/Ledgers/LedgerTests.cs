using Pipeline.Api.Tests.Common;
using Pipeline.Application.Ledgers;

namespace Pipeline.Api.Tests.Ledgers;

/// <summary>Commitments, deliveries, reversals, cancellations and plans: what they refuse, and that a refusal writes nothing.</summary>
[UseCases(
    typeof(AgreeCommitment),
    typeof(CancelCommitment),
    typeof(RecordDelivery),
    typeof(ReverseDelivery),
    typeof(SetPlan),
    typeof(GetPlan)
)]
public sealed class LedgerTests(PipelineApi api) : IClassFixture<PipelineApi>, IAsyncLifetime
{
    private TestProject _project = null!;

    public async Task InitializeAsync() => _project = await (await Fund.OpenAsync(api)).ProjectAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("0", "amount_not_positive")]
    [InlineData("-5", "amount_not_positive")]
    [InlineData("1.005", "too_many_decimals")]
    [InlineData("100000000000.01", "amount_too_large")]
    [InlineData("1e30", "invalid_number")]
    [InlineData("\"12\"", "invalid_number")]
    [InlineData("NaN", null)]
    public async Task An_amount_that_cannot_be(string amount, string? code)
    {
        var commitment = await _project.CommitAsync(100);
        var version = await _project.ETagAsync();
        var reply = await api.Administrator.PostAsync(
            $"{_project.Path}/commitments/{commitment}/deliveries",
            $$"""{ "amount": { "amount": {{amount}}, "currency": "EUR" }, "deliveredOn": "2015-03-01" }"""
        );
        if (code is null)
            reply.ShouldBeProblem(400, "unreadable");
        else if (code == "invalid_number")
            reply.ShouldBe(422);
        else
            reply.ShouldBlame("amount.amount", code);
        (await _project.ETagAsync()).Should().Be(version);
    }

    [Fact]
    public async Task Another_currency()
    {
        var commitment = await _project.CommitAsync(100);
        (
            await api.Administrator.PostAsync(
                $"{_project.Path}/commitments/{commitment}/deliveries",
                new { amount = new { amount = 1, currency = "GBP" }, deliveredOn = "2015-03-01" }
            )
        ).ShouldBlame("amount.currency", "currency_differs");
    }

    [Fact]
    public async Task The_largest_amount_is_taken() =>
        (await _project.TryCommitAsync(100_000_000_000m))
            .ShouldBe(201)
            .Figure("amount.amount")
            .Should()
            .Be(100_000_000_000m);

    [Fact]
    public async Task A_delivery_before_its_commitment_or_to_come()
    {
        var commitment = await _project.CommitAsync(100, on: "2015-02-01");
        (await _project.DeliverAsync(commitment, 1, "2015-01-31")).ShouldBlame(
            "deliveredOn",
            "delivery_before_commitment"
        );
        (await _project.DeliverAsync(commitment, 1, $"{api.Clock.Today.AddDays(1):yyyy-MM-dd}")).ShouldBlame(
            "deliveredOn",
            "date_in_future"
        );
        (await _project.TryCommitAsync(1, on: $"{api.Clock.Today.AddDays(1):yyyy-MM-dd}")).ShouldBlame(
            "agreedOn",
            "date_in_future"
        );
    }

    [Fact]
    public async Task Deliveries_cannot_pass_the_commitment_to_the_cent()
    {
        var commitment = await _project.CommitAsync(100.10m);
        (await _project.DeliverAsync(commitment, 60.05m)).ShouldBe(201);
        (await _project.DeliverAsync(commitment, 40.06m))
            .ShouldBeProblem(409, "delivery_exceeds_commitment")
            .Text("detail")
            .Should()
            .Contain("40.05");
        (await _project.DeliverAsync(commitment, 40.05m)).ShouldBe(201);
        var shown = (await api.Administrator.GetAsync($"{_project.Path}/commitments")).ShouldBe(200);
        shown.Figure("items.0.delivered.amount").Should().Be(100.10m);
        shown.Figure("items.0.open.amount").Should().Be(0m);
    }

    [Fact]
    public async Task A_mistake_is_reversed_once_by_an_opposite_entry_that_names_it()
    {
        var commitment = await _project.CommitAsync(100);
        var delivery = (await _project.DeliverAsync(commitment, 70)).ShouldBe(201).Id("id");
        var reversal = (await _project.ReverseAsync(commitment, delivery)).ShouldBe(201);
        (reversal.Figure("amount.amount"), reversal.Id("reversesId"), reversal.Text("reason"))
            .Should()
            .Be((-70m, delivery, "Paid twice"));

        (await _project.ReverseAsync(commitment, delivery)).ShouldBeProblem(409, "already_reversed");
        (await _project.ReverseAsync(commitment, reversal.Id("id"))).ShouldBeProblem(409, "reversal_of_reversal");
        (await _project.ReverseAsync(commitment, commitment)).ShouldBeProblem(404, "not_found");
        var ledger = (await api.Administrator.GetAsync($"{_project.Path}/commitments/{commitment}/deliveries")).Items();
        ledger.Select(d => d["amount"]!["amount"]!.GetValue<decimal>()).Should().Equal(70m, -70m);
        ledger[0]["reversedById"]!.GetValue<Guid>().Should().Be(reversal.Id("id"));
        (await _project.DeliverAsync(commitment, 100, "2015-04-01")).ShouldBe(201);
    }

    [Fact]
    public async Task A_reversal_before_its_delivery_and_one_without_a_reason()
    {
        var commitment = await _project.CommitAsync(100);
        var delivery = (await _project.DeliverAsync(commitment, 70, "2015-03-01")).ShouldBe(201).Id("id");
        (await _project.ReverseAsync(commitment, delivery, "2015-02-28")).ShouldBlame(
            "reversedOn",
            "reversal_before_delivery"
        );
        (
            await api.Administrator.PostAsync(
                $"{_project.Path}/commitments/{commitment}/deliveries/{delivery}/reversal",
                new { reason = " ", reversedOn = "2015-04-01" }
            )
        ).ShouldBlame("reason", "required");
    }

    [Fact]
    public async Task A_cancelled_commitment_keeps_what_was_delivered_and_takes_no_more()
    {
        var commitment = await _project.CommitAsync(100);
        (await _project.DeliverAsync(commitment, 30)).ShouldBe(201);
        var path = $"{_project.Path}/commitments/{commitment}/cancellation";
        (
            await api.Administrator.PostAsync(path, new { reason = "The funder left", cancelledOn = "2015-01-31" })
        ).ShouldBlame("cancelledOn", "cancelled_before_agreed");
        var cancelled = (
            await api.Administrator.PostAsync(path, new { reason = "The funder left", cancelledOn = "2015-06-01" })
        ).ShouldBe(200);
        (cancelled.Figure("amount.amount"), cancelled.Figure("committed.amount"), cancelled.Figure("delivered.amount"))
            .Should()
            .Be((100m, 30m, 30m));
        (await _project.DeliverAsync(commitment, 1)).ShouldBeProblem(409, "commitment_cancelled");
        (await api.Administrator.PostAsync(path, new { reason = "Again", cancelledOn = "2015-06-01" })).ShouldBeProblem(
            409,
            "commitment_cancelled"
        );
    }

    [Theory]
    [InlineData("""{ "endsOn": "2015-01-01", "startsOn": "2015-06-01" }""", "endsOn", "dates_reversed")]
    [InlineData("""{ "hours": 10 }""", "hours", "hours_without_skills")]
    [InlineData("""{ "hours": -1, "nature": "skills" }""", "hours", "hours_not_positive")]
    [InlineData("""{ "lever": "money" }""", "lever", "unknown_code")]
    [InlineData("""{ "lever": 1 }""", "lever", "unknown_code")]
    [InlineData("""{ "phase": null }""", "phase", "required")]
    [InlineData(
        """{ "funderOrganisationId": "018f0000-0000-7000-8000-000000000000" }""",
        "funderOrganisationId",
        "unknown_organisation"
    )]
    [InlineData("""{ "portfolioId": "018f0000-0000-7000-8000-000000000000" }""", "portfolioId", "unknown_portfolio")]
    [InlineData("""{ "version": 3 }""", "version", "unknown_field")]
    public async Task A_commitment_that_cannot_be(string change, string field, string code)
    {
        var body = System
            .Text.Json.JsonSerializer.SerializeToNode(
                new
                {
                    portfolioId = _project.Fund.Id,
                    funderOrganisationId = _project.Fund.OrganisationId,
                    lever = "funding",
                    phase = "experimentation",
                    nature = "cash",
                    amount = _project.Money(5),
                    agreedOn = "2015-02-01",
                }
            )!
            .AsObject();
        foreach (var (name, value) in System.Text.Json.Nodes.JsonNode.Parse(change)!.AsObject())
            body[name] = value?.DeepClone();
        (await api.Administrator.PostAsync($"{_project.Path}/commitments", body)).ShouldBlame(field, code);
        (await api.Administrator.GetAsync($"{_project.Path}/commitments")).Items().Should().BeEmpty();
    }

    [Fact]
    public async Task A_plan_is_a_new_version_each_time_and_has_each_line_once()
    {
        (await _project.PlanAsync(("modelling", "funding", 10), ("modelling", "funding", 20))).ShouldBlame(
            "lines[1]",
            "duplicate_line"
        );
        (await api.Administrator.GetAsync($"{_project.Path}/plan")).ShouldBe(200).Items("lines").Should().BeEmpty();

        (await _project.PlanAsync(("modelling", "funding", 10), ("modelling", "evaluation", 20)))
            .ShouldBe(200)
            .Number("version")
            .Should()
            .Be(1);
        var second = (await _project.PlanAsync(("scalingOut", "funding", 30.50m))).ShouldBe(200);
        second.Number("version").Should().Be(2);
        second
            .Items("lines")
            .Select(l =>
                (
                    l["phase"]!.GetValue<string>(),
                    l["lever"]!.GetValue<string>(),
                    l["amount"]!["amount"]!.GetValue<decimal>()
                )
            )
            .Should()
            .Equal(("scalingOut", "funding", 30.50m));
    }

    [Fact]
    public async Task A_stale_plan_is_refused()
    {
        var read = await _project.ETagAsync();
        (await _project.PlanAsync(("modelling", "funding", 10))).ShouldBe(200);
        (
            await api.Administrator.PutAsync($"{_project.Path}/plan", new { lines = Array.Empty<object>() }, read)
        ).ShouldBeProblem(412, "stale");
        (
            await api.Administrator.PutAsync($"{_project.Path}/plan", new { lines = Array.Empty<object>() })
        ).ShouldBeProblem(428, "if_match_required");
    }
}
