using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Agreements;

/// <summary>What a fund and a project agreed on is seen by whom its ledger lines are seen by.</summary>
public sealed class WhoseAgreementTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task A_co_funder_sees_its_own_agreement_and_nothing_of_the_leads()
    {
        var (lead, helper) = (await Fund.OpenAsync(api), await Fund.OpenAsync(api));
        var project = await lead.ProjectAsync();
        (
            await api.Administrator.PutAsync($"portfolios/{helper.Id}/holdings/{project.Id}", new { kind = "coFunder" })
        ).ShouldBe(200);
        var soon = $"{api.Clock.Today.AddMonths(3):yyyy-MM-dd}";
        foreach (var fund in new[] { lead, helper })
            (
                await api.Administrator.PutAsync(
                    $"{project.Path}/agreements/{fund.Id}",
                    new
                    {
                        signedOn = "2016-01-01",
                        startsOn = "2016-01-01",
                        endsOn = soon,
                        objectives = new[] { new { text = $"Objective of {fund.Id}", dueOn = soon } },
                    },
                    "*"
                )
            ).ShouldBe(200);
        (await project.TryCommitAsync(10, more: new { endsOn = soon })).ShouldBe(201);
        var loan = await project.LendAsync(100);
        (
            await api.Administrator.PostAsync(
                $"{project.Path}/commitments/{loan}/repayments",
                new { amount = project.Money(1), repaidOn = "2016-01-01" }
            )
        ).ShouldBe(201);

        var (theirs, ours) = (await lead.MemberAsync("finance"), await helper.MemberAsync("manager"));
        foreach (var path in new[] { "", "/versions" })
        {
            (await ours.GetAsync($"{project.Path}/agreements/{helper.Id}{path}")).ShouldBe(200);
            (await ours.GetAsync($"{project.Path}/agreements/{lead.Id}{path}")).ShouldBe(404);
            (await theirs.GetAsync($"{project.Path}/agreements/{helper.Id}{path}")).ShouldBe(200);
        }
        (await ours.GetAsync($"{project.Path}/commitments/{loan}/repayments")).ShouldBe(404);
        (await theirs.GetAsync($"{project.Path}/commitments/{loan}/repayments")).ShouldBe(200);

        (await DueAsync(ours)).Should().BeEquivalentTo("agreementObjective", "agreementEnd");
        (await DueAsync(theirs))
            .Should()
            .BeEquivalentTo(
                "agreementObjective",
                "agreementObjective",
                "agreementEnd",
                "agreementEnd",
                "commitmentEnd"
            );
        (await ToldAsync(ours)).Should().Equal("agreement");
        (await ToldAsync(theirs)).Should().BeEquivalentTo("agreement", "agreement", "repayment");

        async Task<IEnumerable<string>> DueAsync(Client by) =>
            (await by.GetAsync($"deadlines?projectId={project.Id}"))
                .ShouldBe(200)
                .Items()
                .Select(d => d["kind"]!.GetValue<string>());

        async Task<IEnumerable<string>> ToldAsync(Client by) =>
            (await by.GetAsync($"{project.Path}/history?limit=200"))
                .ShouldBe(200)
                .Items()
                .Select(e => e["kind"]!.GetValue<string>())
                .Where(k => k is "agreement" or "repayment");
    }
}
