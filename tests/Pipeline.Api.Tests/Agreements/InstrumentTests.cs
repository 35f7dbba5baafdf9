using Pipeline.Api.Tests.Common;
using Pipeline.Application.Agreements;
using Pipeline.Application.Ledgers;
using Row = DocumentFormat.OpenXml.Spreadsheet.Row;

namespace Pipeline.Api.Tests.Agreements;

/// <summary>By which contract support is given, what comes back of it, and who accompanies.</summary>
[UseCases(
    typeof(RecordRepayment),
    typeof(ReverseRepayment),
    typeof(ListRepayments),
    typeof(ListProviders),
    typeof(AgreeCommitment)
)]
public sealed class InstrumentTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task Money_is_broken_down_by_instrument_and_repayments_change_no_ledger()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        await project.CommitAsync(1_000);
        var loan = await project.LendAsync(500.50m);
        (await project.DeliverAsync(loan, 200)).ShouldBe(201);
        var path = $"{project.Path}/commitments/{loan}/repayments";
        var paid = (await RepayAsync(path, 120.25m, "2016-01-01")).ShouldBe(201);
        var wrong = (await RepayAsync(path, 7, "2016-02-01")).ShouldBe(201);
        (await ReverseAsync(wrong, "2016-03-01")).ShouldBe(201).Figure("amount.amount").Should().Be(-7m);
        (await ReverseAsync(wrong, "2016-03-01")).ShouldBeProblem(409, "already_reversed");
        (await ReverseAsync(paid, "2015-12-31")).ShouldBlame("reversedOn", "reversal_before_fact");

        var entries = (await api.Administrator.GetAsync(path)).ShouldBe(200).Items();
        entries.Select(e => e["amount"]!["amount"]!.GetValue<decimal>()).Should().Equal(120.25m, 7m, -7m);
        entries[1]["reversedById"]!.GetValue<Guid>().Should().Be(entries[2]["id"]!.GetValue<Guid>());

        (await RowsAsync("")).Should().Equal(("grant", 1_000m, 0m, 0m), ("loan", 500.50m, 200m, 120.25m));
        (await RowsAsync("?asOf=2016-02-15"))
            .Should()
            .Equal(("grant", 1_000m, 0m, 0m), ("loan", 500.50m, 200m, 127.25m));
        var dashboard = await fund.DashboardAsync();
        dashboard.Figure("totals.delivered.amount").Should().Be(200m);
        dashboard.Figure("totals.committed.amount").Should().Be(1_500.50m);
        (await SummaryAsync("")).Should().Equal("Grant 1 1000 0 0", "Loan 1 500.5 200 120.25", "Total 2 1500.5 200 120.25");
        (await SummaryAsync("?asOf=2014-12-31")).Should().BeEmpty("there is nothing but grants to break down");

        async Task<IReadOnlyList<string>> SummaryAsync(string query)
        {
            using var book = Book.Open(
                (await api.Administrator.GetAsync($"portfolios/{fund.Id}/report.xlsx{query}")).ShouldBe(200).Bytes
            );
            return
            [
                .. book.Cells("Summary")
                    .GroupBy(c => ((Row)c.Parent!).RowIndex!.Value, c => book.TextOf(c))
                    .Select(row => string.Join(' ', row.Where(text => text.Length > 0)))
                    .SkipWhile(row => row != "Instrument Commitments Committed Delivered Repaid")
                    .Skip(1)
                    .Take(3),
            ];
        }

        Task<Reply> ReverseAsync(Reply repayment, string on) =>
            api.Administrator.PostAsync(
                $"{path}/{repayment.Id("id")}/reversal",
                new { reason = "Booked twice", reversedOn = on }
            );

        Task<Reply> RepayAsync(string to, decimal amount, string on) =>
            api.Administrator.PostAsync(to, new { amount = project.Money(amount), repaidOn = on });

        async Task<IEnumerable<(string, decimal, decimal, decimal)>> RowsAsync(string query) =>
            (await fund.DashboardAsync(query))
                .ShouldBe(200)
                .Items("breakdown.instrument")
                .Select(i =>
                    (
                        i["code"]!.GetValue<string>(),
                        i["committed"]!["amount"]!.GetValue<decimal>(),
                        i["delivered"]!["amount"]!.GetValue<decimal>(),
                        i["repaid"]!["amount"]!.GetValue<decimal>()
                    )
                );
    }

    [Fact]
    public async Task What_is_no_loan_is_not_paid_back()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        var (grant, loan) = (await project.CommitAsync(100), await project.LendAsync(100));
        (await RepayAsync(grant, new { repaidOn = "2016-01-01" })).ShouldBeProblem(409, "not_repayable");
        (await RepayAsync(loan, new { repaidOn = "2015-01-31" })).ShouldBlame(
            "repaidOn",
            "repayment_before_commitment"
        );
        (await RepayAsync(loan, new { repaidOn = "2999-01-01" })).ShouldBlame("repaidOn", "date_in_future");
        (await RepayAsync(loan, new { amount = new { amount = 1.001, currency = "EUR" } })).ShouldBlame(
            "amount.amount",
            "too_many_decimals"
        );
        (await RepayAsync(loan, new { amount = new { amount = 1, currency = "USD" } })).ShouldBlame(
            "amount.currency",
            "currency_differs"
        );
        (await api.Administrator.GetAsync($"{project.Path}/commitments/{loan}/repayments")).Items().Should().BeEmpty();

        Task<Reply> RepayAsync(Guid commitment, object more) =>
            api.Administrator.PostAsync(
                $"{project.Path}/commitments/{commitment}/repayments",
                Fields.Merge(new { amount = project.Money(1), repaidOn = "2016-01-01" }, more)
            );
    }

    [Fact]
    public async Task A_commitment_names_only_what_fits_it()
    {
        var (project, other) = (
            await (await Fund.OpenAsync(api)).ProjectAsync(),
            await (await Fund.OpenAsync(api)).ProjectAsync()
        );
        var provider = new { organisationId = project.Fund.OrganisationId, kind = "external" };
        (await TryAsync("funding", new { provider })).ShouldBlame("provider", "provider_not_for_funding");
        (
            await TryAsync("evaluation", new { provider = new { organisationId = Guid.Empty, kind = "peer" } })
        ).ShouldBlame("provider.organisationId", "unknown_organisation");
        (await TryAsync("funding", new { instrument = "socialImpactContract" })).ShouldBlame(
            "resultIndicators",
            "result_indicators_wanted"
        );
        (
            await TryAsync(
                "funding",
                new { instrument = "socialImpactContract", resultIndicators = new[] { "a", "b", "c", "d" } }
            )
        ).ShouldBlame("resultIndicators", "result_indicators_wanted");
        (await TryAsync("funding", new { resultIndicators = new[] { "a" } })).ShouldBlame(
            "resultIndicators",
            "result_indicators_wanted"
        );
        var foreign = (
            await api.Administrator.PostAsync(
                $"{other.Path}/alliances",
                new
                {
                    name = "Theirs",
                    form = "interOrganisation",
                    categories = new[] { "sponsorship" },
                    startedOn = "2016-01-01",
                }
            )
        ).ShouldBe(201).Id("id");
        (await TryAsync("funding", new { allianceId = foreign })).ShouldBlame("allianceId", "unknown_alliance");
        (await TryAsync("funding", new { agreementId = Guid.Empty })).ShouldBlame("agreementId", "unknown_agreement");

        var agreement = (
            await api.Administrator.PutAsync(
                $"{project.Path}/agreements/{project.Fund.Id}",
                new
                {
                    signedOn = "2015-01-01",
                    startsOn = "2015-01-01",
                    endsOn = "2017-12-31",
                    objectives = Array.Empty<object>(),
                },
                "*"
            )
        ).ShouldBe(200).Id("id");
        var agreed = (
            await TryAsync(
                "funding",
                new
                {
                    agreementId = agreement,
                    instrument = "socialImpactContract",
                    resultIndicators = new[] { "Back in work" },
                }
            )
        ).ShouldBe(201);
        agreed.Id("agreementId").Should().Be(agreement);
        agreed.Texts("resultIndicators").Should().Equal("Back in work");
        (await api.Administrator.GetAsync($"{project.Path}/commitments")).Items().Should().HaveCount(1);

        Task<Reply> TryAsync(string lever, object more) => project.TryCommitAsync(100, lever: lever, more: more);
    }

    [Fact]
    public async Task The_fund_of_the_sources_has_16_providers_of_27_associations_and_agreements_of_three_years()
    {
        var fund = await Fund.OpenAsync(api);
        var providers = new List<Guid>();
        for (var i = 0; i < 16; i++)
            providers.Add(
                (
                    await api.Administrator.PostAsync(
                        "organisations",
                        new { name = $"Adviser {api.NewCode("A")}", actorProfile = "engineering" }
                    )
                )
                    .ShouldBe(201)
                    .Id("id")
            );
        for (var i = 0; i < 27; i++)
        {
            var project = await fund.ProjectAsync();
            (
                await project.TryCommitAsync(
                    1_400,
                    lever: "strategyAndGovernance",
                    more: new
                    {
                        nature = "skills",
                        hours = 70,
                        provider = new { organisationId = providers[i % 16], kind = "external" },
                    }
                )
            ).ShouldBe(201);
            (
                await api.Administrator.PutAsync(
                    $"{project.Path}/agreements/{fund.Id}",
                    new
                    {
                        signedOn = "2010-01-01",
                        startsOn = "2010-01-01",
                        endsOn = "2012-12-31",
                        objectives = Array.Empty<object>(),
                    },
                    "*"
                )
            ).ShouldBe(200);
        }
        var listed = (await api.Administrator.GetAsync($"portfolios/{fund.Id}/providers")).ShouldBe(200).Items();
        listed.Should().HaveCount(16);
        listed.Sum(p => p["days"]!.GetValue<decimal>()).Should().Be(270m, "70 hours are ten days");
        listed.Sum(p => p["value"]!["amount"]!.GetValue<decimal>()).Should().Be(27 * 1_400m);
        listed.Sum(p => p["projects"]!.AsArray().Count).Should().Be(27);
        listed.Should().OnlyContain(p => p["deliveredDays"]!.GetValue<decimal>() == 0);
        (await api.Administrator.GetAsync($"portfolios/{fund.Id}/providers?asOf=2015-01-31"))
            .Items()
            .Should()
            .BeEmpty("nothing was agreed yet");
        (await fund.DashboardAsync())
            .Items("attention")
            .Should()
            .NotContain(a => a["code"]!.GetValue<string>() == "agreement_short");
    }

    [Fact]
    public async Task An_earlier_view_calls_providers_and_projects_as_they_were_called()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        (
            await project.TryCommitAsync(
                1_000,
                lever: "expertiseAndNetworks",
                more: new
                {
                    nature = "skills",
                    hours = 35,
                    provider = new { organisationId = fund.OrganisationId, kind = "funderStaff" },
                }
            )
        ).ShouldBe(201);
        var known = (await fund.DashboardAsync()).Text("knownAt");
        var before = await ProvidersAsync();
        var renamed = api.NewCode("Renamed");
        var organisation = (await api.Administrator.GetAsync($"organisations/{fund.OrganisationId}")).ShouldBe(200);
        (
            await api.Administrator.PutAsync(
                $"organisations/{fund.OrganisationId}",
                new { name = renamed, actorProfile = "investor" },
                organisation.ETag
            )
        ).ShouldBe(200);
        await project.DescribeAsync(name: renamed);

        (await ProvidersAsync($"?knownAt={known}")).Should().Be(before);
        (await ProvidersAsync()).Should().NotBe(before).And.Contain(renamed);

        async Task<string> ProvidersAsync(string view = "") =>
            (await api.Administrator.GetAsync($"portfolios/{fund.Id}/providers{view}"))
                .ShouldBe(200)
                .Json!.ToJsonString();
    }

    [Fact]
    public async Task Who_came_is_who_the_commitment_says_unless_the_delivery_says_otherwise()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        var other = (
            await api.Administrator.PostAsync(
                "organisations",
                new { name = api.NewCode("B"), actorProfile = "association" }
            )
        )
            .ShouldBe(201)
            .Id("id");
        var commitment = (
            await project.TryCommitAsync(
                1_000,
                lever: "expertiseAndNetworks",
                more: new
                {
                    nature = "skills",
                    hours = 21,
                    provider = new { organisationId = fund.OrganisationId, kind = "funderStaff" },
                }
            )
        ).ShouldBe(201).Id("id");
        await DeliverAsync(new { hours = 7 });
        await DeliverAsync(new { hours = 14, provider = new { organisationId = other, kind = "peer" } });
        var rows = (await api.Administrator.GetAsync($"portfolios/{fund.Id}/providers")).ShouldBe(200).Items();
        rows.Select(r =>
                (
                    r["kind"]!.GetValue<string>(),
                    r["days"]!.GetValue<decimal>(),
                    r["deliveredDays"]!.GetValue<decimal>(),
                    r["deliveredValue"]!["amount"]!.GetValue<decimal>()
                )
            )
            .Should()
            .BeEquivalentTo([("funderStaff", 3m, 1m, 100m), ("peer", 0m, 2m, 100m)]);

        async Task DeliverAsync(object more) =>
            (
                await api.Administrator.PostAsync(
                    $"{project.Path}/commitments/{commitment}/deliveries",
                    Fields.Merge(new { amount = project.Money(100), deliveredOn = "2015-03-01" }, more)
                )
            ).ShouldBe(201);
    }
}
