using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Exports;
using Pipeline.Application.Audit;
using Pipeline.Application.Ledgers;

namespace Pipeline.Api.Tests.Ledgers;

/// <summary>Who sees a ledger line by line, and who sees sums.</summary>
[UseCases(typeof(ListCommitments), typeof(ListDeliveries), typeof(ListHistory))]
public sealed class WhoseLedgerTests(PipelineApi api) : IClassFixture<PipelineApi>, IAsyncLifetime
{
    private Fund _lead = null!;
    private Fund _helper = null!;
    private TestProject _project = null!;
    private Guid _leads;
    private Guid _helpers;

    public async Task InitializeAsync()
    {
        (_lead, _helper) = (await Fund.OpenAsync(api), await Fund.OpenAsync(api));
        _project = await _lead.ProjectAsync();
        (
            await api.Administrator.PutAsync(
                $"portfolios/{_helper.Id}/holdings/{_project.Id}",
                new { kind = "coFunder" }
            )
        ).ShouldBe(200);
        _leads = await _project.CommitAsync(70);
        (await _project.DeliverAsync(_leads, 20)).ShouldBe(201);
        _helpers = (await CommitOfHelperAsync(30)).ShouldBe(201).Id("id");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("manager")]
    [InlineData("finance")]
    [InlineData("investor")]
    public async Task A_co_funder_sees_its_own_lines_and_sums_of_the_others(string role)
    {
        var member = await _helper.MemberAsync(role);
        var ledger = (await member.GetAsync($"{_project.Path}/commitments")).ShouldBe(200);
        ledger.Items().Select(c => c["id"]!.GetValue<Guid>()).Should().Equal(_helpers);
        var others = ledger.Items("others").Should().ContainSingle().Subject.AsObject();
        others.Select(f => f.Key).Should().BeEquivalentTo("phase", "lever", "committed", "delivered");
        (ledger.Text("others.0.phase"), ledger.Text("others.0.lever")).Should().Be(("experimentation", "funding"));
        (ledger.Figure("others.0.committed.amount"), ledger.Figure("others.0.delivered.amount"))
            .Should()
            .Be((70m, 20m));

        (await member.GetAsync($"{_project.Path}/commitments/{_leads}/deliveries")).ShouldBe(404);
        (await member.GetAsync($"{_project.Path}/commitments/{_helpers}/deliveries")).ShouldBe(200);
        (await _project.DeliverAsync(_leads, 1, by: member)).ShouldBe(404);
        RegisterFile.Of(await member.GetAsync("commitments/export.csv")).Sum("Committed").Should().Be(30);
        RegisterFile.Of(await member.GetAsync("deliveries/export.csv")).Rows.Should().BeEmpty();
        using var book = Book.Open((await member.GetAsync($"portfolios/{_helper.Id}/report.xlsx")).ShouldBe(200).Bytes);
        book.Table("Commitments").Select(row => book.TextOf(row["Id"])).Should().Equal($"{_helpers}");
        var told = (await member.GetAsync($"{_project.Path}/history?limit=200")).ShouldBe(200);
        told.Items()
            .Where(e => e["kind"]!.GetValue<string>() is "commitment" or "delivery")
            .Select(e => e["entityId"]!.GetValue<string>())
            .Should()
            .Equal(_helpers.ToString());
    }

    [Fact]
    public async Task Owners_and_those_who_keep_the_leads_ledgers_see_every_line()
    {
        foreach (
            var reader in new[]
            {
                await _project.OwnerAsync(),
                await _lead.MemberAsync("manager"),
                await _lead.MemberAsync("finance"),
                api.Administrator,
            }
        )
        {
            var ledger = (await reader.GetAsync($"{_project.Path}/commitments")).ShouldBe(200);
            ledger.Items().Select(c => c["id"]!.GetValue<Guid>()).Should().BeEquivalentTo([_leads, _helpers]);
            ledger.Items("others").Should().BeEmpty();
            (await reader.GetAsync($"{_project.Path}/commitments/{_helpers}/deliveries")).ShouldBe(200);
            (await reader.GetAsync($"{_project.Path}/history?limit=200"))
                .Items()
                .Count(e => e["kind"]!.GetValue<string>() is "commitment" or "delivery")
                .Should()
                .Be(3);
        }
        (await _project.DeliverAsync(_helpers, 1, by: await _lead.MemberAsync("finance"))).ShouldBeProblem(
            403,
            "ledgers_not_permitted"
        );
    }

    [Fact]
    public async Task The_leads_investors_see_the_leads_lines()
    {
        var ledger = (await (await _lead.MemberAsync("investor")).GetAsync($"{_project.Path}/commitments")).ShouldBe(
            200
        );
        ledger.Items().Select(c => c["id"]!.GetValue<Guid>()).Should().Equal(_leads);
        ledger.Figure("others.0.committed.amount").Should().Be(30m);
    }

    [Fact]
    public async Task A_fund_that_left_closes_its_own_books_and_sees_nothing_else()
    {
        var finance = await _helper.MemberAsync("finance");
        (
            await api.Administrator.PostAsync(
                $"portfolios/{_helper.Id}/holdings/{_project.Id}/end",
                new { endedOn = $"{api.Clock.Today:yyyy-MM-dd}", reason = "Another strategy" }
            )
        ).ShouldBe(200);
        (await finance.GetAsync(_project.Path)).ShouldBe(404);
        var ledger = (await finance.GetAsync($"{_project.Path}/commitments")).ShouldBe(200);
        ledger.Items().Select(c => c["id"]!.GetValue<Guid>()).Should().Equal(_helpers);
        ledger.Items("others").Should().BeEmpty();

        var delivery = (await _project.DeliverAsync(_helpers, 10, by: finance)).ShouldBe(201).Id("id");
        (
            await finance.PostAsync(
                $"{_project.Path}/commitments/{_helpers}/deliveries/{delivery}/reversal",
                new { reason = "Paid twice", reversedOn = "2015-04-01" }
            )
        ).ShouldBe(201);
        (await finance.GetAsync($"{_project.Path}/commitments/{_helpers}/deliveries")).Items().Should().HaveCount(2);
        (
            await finance.PostAsync(
                $"{_project.Path}/commitments/{_helpers}/cancellation",
                new { reason = "Closed", cancelledOn = "2015-04-01" }
            )
        ).ShouldBe(200);
        (await CommitOfHelperAsync(5, finance)).ShouldBe(404);
        (await _project.DeliverAsync(_leads, 1, by: finance)).ShouldBe(404);
    }

    private async Task<Reply> CommitOfHelperAsync(decimal amount, Client? by = null) =>
        await (by ?? api.Administrator).PostAsync(
            $"{_project.Path}/commitments",
            new
            {
                portfolioId = _helper.Id,
                funderOrganisationId = _helper.OrganisationId,
                lever = "funding",
                phase = "modelling",
                nature = "cash",
                amount = _project.Money(amount),
                agreedOn = "2015-02-01",
            }
        );
}
