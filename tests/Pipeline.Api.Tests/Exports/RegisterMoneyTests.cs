using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Exports;

/// <summary>The registers' money: a portfolio's books agree with its dashboard to the cent, and what was reversed or cancelled is told.</summary>
public sealed class RegisterMoneyTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public async Task A_portfolios_registers_agree_with_its_dashboard(string format)
    {
        var (fund, other) = (await Fund.OpenAsync(api), await Fund.OpenAsync(api));
        var (first, shared) = (await fund.ProjectAsync(), await fund.ProjectAsync());
        (
            await api.Administrator.PutAsync($"portfolios/{other.Id}/holdings/{shared.Id}", new { kind = "coFunder" })
        ).ShouldBe(200);
        (await first.PlanAsync(("experimentation", "funding", 700.10m), ("modelling", "evaluation", 70m))).ShouldBe(
            200
        );
        var commitment = await first.CommitAsync(1_000.33m);
        await first.CommitAsync(220.01m, lever: "strategyAndGovernance");
        (await first.DeliverAsync(commitment, 400.05m)).ShouldBe(201);
        var mistake = (await first.DeliverAsync(commitment, 33.33m)).ShouldBe(201).Id("id");
        (await first.ReverseAsync(commitment, mistake)).ShouldBe(201);
        var ended = await shared.CommitAsync(500);
        (await shared.DeliverAsync(ended, 125.5m)).ShouldBe(201);
        (
            await api.Administrator.PostAsync(
                $"{shared.Path}/commitments/{ended}/cancellation",
                new { reason = "Too late", cancelledOn = "2016-01-01" }
            )
        ).ShouldBe(200);
        // In the other fund's books, of the project that both hold.
        (
            await api.Administrator.PostAsync(
                $"{shared.Path}/commitments",
                new
                {
                    portfolioId = other.Id,
                    funderOrganisationId = other.OrganisationId,
                    lever = "funding",
                    phase = "modelling",
                    nature = "cash",
                    amount = shared.Money(9_999),
                    agreedOn = "2015-02-01",
                }
            )
        ).ShouldBe(201);

        var dashboard = (await fund.DashboardAsync()).ShouldBe(200);
        var (planned, committed, delivered) = (
            dashboard.Figure("totals.planned.amount")!.Value,
            dashboard.Figure("totals.committed.amount")!.Value,
            dashboard.Figure("totals.delivered.amount")!.Value
        );
        (planned, committed, delivered).Should().Be((770.10m, 1_345.84m, 525.55m));

        var projects = RegisterFile.Of(
            await api.Administrator.GetAsync($"projects/export.{format}?portfolioId={fund.Id}&sort=code")
        );
        (projects.Sum("Planned"), projects.Sum("Committed"), projects.Sum("Delivered"))
            .Should()
            .Be((planned, committed, delivered));
        projects.Column("Capacity building")[0].Should().Be("0.1803");
        var commitments = RegisterFile.Of(
            await api.Administrator.GetAsync($"commitments/export.{format}?portfolioId={fund.Id}&sort=code")
        );
        (commitments.Sum("Committed"), commitments.Sum("Delivered"), commitments.Sum("Agreed"))
            .Should()
            .Be((committed, delivered, 1_720.34m));
        commitments.Column("Code").Should().Equal(first.Code, first.Code, shared.Code);
        commitments.Column("Reason").Should().Equal("", "", "Too late");
        commitments.Column("Funder").Should().AllBe($"Fund {fund.Code}");
        var deliveries = RegisterFile.Of(
            await api.Administrator.GetAsync($"deliveries/export.{format}?portfolioId={fund.Id}&sort=code")
        );
        deliveries.Sum("Delivered").Should().Be(delivered);
        deliveries
            .Column("Delivered")
            .Select(v => decimal.Parse(v, System.Globalization.CultureInfo.InvariantCulture))
            .Should()
            .Equal(400.05m, 33.33m, -33.33m, 125.5m);
        deliveries.Column("Reverses")[2].Should().Be(mistake.ToString());

        // Without a portfolio: the whole project, whoever keeps the books.
        var whole = RegisterFile.Of(
            await api.Administrator.GetAsync(
                $"projects/export.{format}?ownerOrganisationId={fund.OrganisationId}&sort=code"
            )
        );
        whole.Column("Code").Should().Equal(first.Code, shared.Code);
        whole.Sum("Committed").Should().Be(committed + 9_999);
        RegisterFile
            .Of(
                await api.Administrator.GetAsync(
                    $"commitments/export.{format}?ownerOrganisationId={fund.OrganisationId}"
                )
            )
            .Sum("Committed")
            .Should()
            .Be(committed + 9_999);
    }
}
