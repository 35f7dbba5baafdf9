using Pipeline.Api.Tests.Access;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Documents;
using Pipeline.Api.Tests.Programmes;
using Pipeline.Application.Imports;

namespace Pipeline.Api.Tests.Imports;

/// <summary>An import is taken back while nothing stands on it, and what was known before stays known.</summary>
[UseCases(typeof(ReverseImport))]
public sealed class ReversalTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task What_an_import_made_is_gone_from_now_on_and_never_from_earlier_views()
    {
        var fund = await Fund.OpenAsync(api);
        var file = GrantTable.Of(GrantTable.Row(1), GrantTable.Row(2)).Csv();
        var id = (await fund.ImportAsync(file)).ShouldBe(200).Id("importId");
        var before = (await fund.DashboardAsync()).ShouldBe(200);

        var reversed = (await ReverseAsync(id)).ShouldBe(200);

        (reversed.Text("reversal.reason"), reversed.Number("created")).Should().Be(("The wrong file", 2));
        await fund.ShouldBeEmptyAsync();
        (await fund.DashboardAsync()).Figure("totals.committed.amount").Should().Be(0m);
        var then = (
            await api.Administrator.GetAsync(
                $"portfolios/{fund.Id}/dashboard?asOf={before.Text("asOf")}&knownAt={before.Text("knownAt")}"
            )
        ).ShouldBe(200);
        (then.Figure("totals.committed.amount"), then.Number("projects.total")).Should().Be((2001m, 2));
        (await ReverseAsync(id)).ShouldBeProblem(409, "import_reversed");
        (await api.Administrator.GetAsync($"imports/{id}"))
            .ShouldBe(200)
            .Text("reversal.reason")
            .Should()
            .Be("The wrong file");
        (await api.Administrator.GetAsync("audit/verify")).ShouldBe(200).Flag("valid").Should().BeTrue();

        // The codes are free again.
        (await fund.ImportAsync(file))
            .ShouldBe(200)
            .Number("created")
            .Should()
            .Be(2);
        (await fund.ProjectsAsync()).Should().HaveCount(2);
    }

    [Fact]
    public async Task A_project_that_was_voided_since_is_in_nobody_s_way()
    {
        var fund = await Fund.OpenAsync(api);
        var id = (await fund.ImportAsync(GrantTable.Of(GrantTable.Row(1), GrantTable.Row(2)).Csv())).ShouldBe(200);
        var one = (await fund.ProjectsAsync())[0]["id"];
        (await api.Administrator.PostAsync($"projects/{one}/void", new { reason = "Entered twice" })).ShouldBe(204);

        (await ReverseAsync(id.Id("importId"))).ShouldBe(200);
        await fund.ShouldBeEmptyAsync();
    }

    [Fact]
    public async Task What_an_import_changed_is_as_it_was_on_every_day()
    {
        var fund = await Fund.OpenAsync(api);
        (await fund.ImportAsync(GrantTable.Of(GrantTable.Row(1), GrantTable.Row(2)).Csv())).ShouldBe(200);
        var changed = GrantTable.Row(1, amount: "7", title: "Renamed");
        changed[7] = "Another charity";
        changed[6] = "";
        var id = (await fund.ImportAsync(GrantTable.Of(changed, GrantTable.Row(2)).Csv())).ShouldBe(200).Id("importId");
        (await CommittedAsync(fund, "2016-01-01")).Should().Be(1007.50m, "what was replaced counts on no day any more");

        (await ReverseAsync(id)).ShouldBe(200);

        (await fund.ProjectsAsync())
            .Select(p => (p["name"]!.GetValue<string>(), p["ownerOrganisation"]!["name"]!.GetValue<string>()))
            .Should()
            .BeEquivalentTo([("Grant 1", "Charity 1"), ("Grant 2", "Charity 2")]);
        (await CommittedAsync(fund, "2016-01-01")).Should().Be(2001m);
        (await CommittedAsync(fund, null)).Should().Be(2001m);
        (await fund.ImportAsync(GrantTable.Of(GrantTable.Row(1), GrantTable.Row(2)).Csv()))
            .ShouldBe(200)
            .Number("unchanged")
            .Should()
            .Be(2);
    }

    [Fact]
    public async Task What_stands_on_it_is_in_the_way_and_is_listed()
    {
        var fund = await Fund.OpenAsync(api);
        var id = (await fund.ImportAsync(GrantTable.Of(GrantTable.Row(1), GrantTable.Row(2), GrantTable.Row(3)).Csv()))
            .ShouldBe(200)
            .Id("importId");
        var projects = (await fund.ProjectsAsync()).ToDictionary(
            p => p["code"]!.GetValue<string>(),
            p => p["id"]!.GetValue<Guid>()
        );
        var commitment = (await fund.CommitmentsAsync("G-1")).Single()["id"];
        (
            await api.Administrator.PostAsync(
                $"projects/{projects["G-1"]}/commitments/{commitment}/deliveries",
                new { amount = new { amount = 10, currency = "EUR" }, deliveredOn = "2016-01-01" }
            )
        ).ShouldBe(201);
        (
            await api.Administrator.PutAsync(
                $"projects/{projects["G-3"]}/territories",
                new[] { new { name = "Here", level = "local" } },
                "*"
            )
        ).ShouldBe(200);

        var refused = (await ReverseAsync(id)).ShouldBeProblem(409, "import_built_upon");

        refused.Items("errors").Select(e => e["field"]!.GetValue<string>()).Should().Equal("G-1", "G-3");
        refused.Text("errors.0.message").Should().Contain("something was delivered");
        // Only what came after an import stands on it.
        var later = (await fund.ImportAsync(GrantTable.Of(GrantTable.Row(1, title: "Renamed")).Csv()))
            .ShouldBe(200)
            .Id("importId");
        (
            await api.Administrator.PutAsync(
                $"projects/{projects["G-1"]}/territories",
                new[] { new { name = "Here", level = "local" } },
                "*"
            )
        ).ShouldBe(200);
        (await ReverseAsync(later))
            .ShouldBeProblem(409, "import_built_upon")
            .Text("errors.0.message")
            .Should()
            .Contain("it was changed")
            .And.NotContain("delivered");
        (await fund.ProjectsAsync()).Should().HaveCount(3, "nothing is taken back by halves");
        (await api.Administrator.GetAsync($"imports/{id}")).ShouldBe(200)["reversal"].Should().BeNull();
    }

    [Theory]
    [InlineData("document", "a document was added")]
    [InlineData("diagnosis", "it was diagnosed")]
    [InlineData("participation", "it takes part in a programme")]
    [InlineData("alliance", "an alliance was recorded")]
    public async Task What_belongs_to_a_project_that_would_be_gone_is_in_the_way_whatever_it_is(
        string what,
        string told
    )
    {
        var fund = await Fund.OpenAsync(api);
        var id = (await fund.ImportAsync(GrantTable.Of(GrantTable.Row(1)).Csv())).ShouldBe(200).Id("importId");
        var project = new TestProject(fund, (await fund.ProjectsAsync()).Single()["id"]!.GetValue<Guid>(), "G-1");
        (await AddAsync()).ShouldBe(201);

        (await ReverseAsync(id))
            .ShouldBeProblem(409, "import_built_upon")
            .Text("errors.0.message")
            .Should()
            .Be($"Since the import of G-1, {told}.");
        (await project.GetAsync()).Text("code").Should().Be("G-1");

        async Task<Reply> AddAsync() =>
            what switch
            {
                "document" => await DocumentFiles.AddAsync(api.Administrator, project),
                "diagnosis" => await api.Administrator.PostAsync(
                    $"{project.Path}/diagnoses",
                    new
                    {
                        questionnaire = "projectReadiness",
                        date = "2020-01-01",
                        answers = new[] { new { question = "solution", level = "begun" } },
                    }
                ),
                "participation" => await (await TestProgramme.OpenAsync(fund)).TryChooseAsync(
                    "Nantes",
                    new { projectId = project.Id }
                ),
                _ => await api.Administrator.PostAsync($"{project.Path}/alliances", AccessWorld.Together),
            };
    }

    [Fact]
    public async Task What_was_taken_back_itself_is_not_in_the_way_of_what_came_before()
    {
        var fund = await Fund.OpenAsync(api);
        var first = await TakeAsync("1000.50", "2015-03-01", "Grant 1");
        var second = await TakeAsync("7", "2015-02-01", "Renamed");
        var third = await TakeAsync("9", "2015-01-01", "Renamed again");
        (await ReverseAsync(second)).ShouldBeProblem(409, "import_built_upon");

        foreach (
            var (import, left) in new[]
            {
                (third, ("Renamed", "2015-02-01", 7m)),
                (second, ("Grant 1", "2015-03-01", 1000.50m)),
            }
        )
        {
            (await ReverseAsync(import)).ShouldBe(200);
            var project = (await fund.ProjectsAsync()).Single();
            (
                project["name"]!.GetValue<string>(),
                project["startedOn"]!.GetValue<string>(),
                (await CommittedAsync(fund, null))!.Value
            )
                .Should()
                .Be(left, "what an import changed is as it was before");
        }
        var known = (await fund.DashboardAsync()).Text("knownAt");
        (await ReverseAsync(first)).ShouldBe(200);

        await fund.ShouldBeEmptyAsync();
        (await fund.DashboardAsync($"?knownAt={Uri.EscapeDataString(known)}"))
            .Figure("totals.committed.amount")
            .Should()
            .Be(1000.50m, "what was known before stays known");
        (await api.Administrator.GetAsync("audit/verify")).ShouldBe(200).Flag("valid").Should().BeTrue();

        async Task<Guid> TakeAsync(string amount, string date, string title) =>
            (await fund.ImportAsync(GrantTable.Of(GrantTable.Row(1, amount, date, title: title)).Csv()))
                .ShouldBe(200)
                .Id("importId");
    }

    [Fact]
    public async Task What_was_done_between_two_imports_stays_in_the_way()
    {
        var fund = await Fund.OpenAsync(api);
        var row = GrantTable.Row(1);
        (await fund.ImportAsync(GrantTable.Of(row).Csv())).ShouldBe(200);
        var changed = GrantTable.Row(1, amount: "7");
        var first = (await fund.ImportAsync(GrantTable.Of(changed).Csv())).ShouldBe(200).Id("importId");
        var id = (await fund.ProjectsAsync()).Single()["id"]!.GetValue<Guid>();
        (
            await api.Administrator.PutAsync(
                $"projects/{id}/territories",
                new[] { new { name = "Here", level = "local" } },
                "*"
            )
        ).ShouldBe(200);
        var second = (await fund.ImportAsync(GrantTable.Of(row).Csv())).ShouldBe(200).Id("importId");
        (await ReverseAsync(second)).ShouldBe(200);

        (await ReverseAsync(first))
            .ShouldBeProblem(409, "import_built_upon")
            .Text("errors.0.message")
            .Should()
            .Contain("it was changed")
            .And.NotContain("committed", "what the second import agreed was taken back");
    }

    [Fact]
    public async Task A_reason_is_needed_and_a_manager_of_the_portfolio()
    {
        var fund = await Fund.OpenAsync(api);
        var id = (await fund.ImportAsync(GrantTable.Of(GrantTable.Row(1)).Csv())).ShouldBe(200).Id("importId");
        foreach (var role in new[] { "finance", "investor" })
            (
                await (await fund.MemberAsync(role)).PostAsync($"imports/{id}/reversal", new { reason = "No manager" })
            ).ShouldBe(403);
        (
            await (await api.NewUserAsync("A stranger")).PostAsync(
                $"imports/{id}/reversal",
                new { reason = "No member" }
            )
        ).ShouldBe(404);
        (await api.Administrator.PostAsync($"imports/{id}/reversal", new { reason = " " })).ShouldBe(422);
        (await fund.ProjectsAsync()).Should().HaveCount(1);
    }

    [Fact]
    public async Task The_portfolios_own_workbook_is_not_taken_back_so()
    {
        var fund = await Fund.OpenAsync(api);
        await fund.ProjectAsync();
        var id = (await fund.ImportAsync(await EditedWorkbook.ExportAsync(fund), "portfolio.xlsx"))
            .ShouldBe(200)
            .Id("importId");
        (await ReverseAsync(id)).ShouldBeProblem(409, "import_not_reversible");
    }

    private Task<Reply> ReverseAsync(Guid id) =>
        api.Administrator.PostAsync($"imports/{id}/reversal", new { reason = "The wrong file" });

    private async Task<decimal?> CommittedAsync(Fund fund, string? asOf) =>
        (await api.Administrator.GetAsync($"portfolios/{fund.Id}/dashboard{(asOf is null ? "" : $"?asOf={asOf}")}"))
            .ShouldBe(200)
            .Figure("totals.committed.amount");
}
