using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Ledgers;

namespace Pipeline.Api.Tests.Projects;

/// <summary>What managers and finance do with a project on its pages: let others take part and leave, close what was left, move its beginning, take it back.</summary>
[UseCases(typeof(ListLeftProjects))]
public sealed class ProjectFormTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task A_fund_takes_part_leaves_and_closes_its_books()
    {
        var (lead, helper) = (await Fund.OpenAsync(api), await Fund.OpenAsync(api));
        var project = await lead.ProjectAsync();
        using var administrator = await api.BrowserOfAsync(api.Administrator);
        await administrator.SendFormAsync(
            $"/{project.Path}",
            "hold",
            Fields(new { portfolioId = helper.Id, kind = "coFunder" })
        );
        (await project.GetAsync()).Items("holdings").Should().HaveCount(2);
        await project.CommitAsync(70);
        var commitment = (
            await api.Administrator.PostAsync(
                $"{project.Path}/commitments",
                new
                {
                    portfolioId = helper.Id,
                    funderOrganisationId = helper.OrganisationId,
                    lever = "funding",
                    phase = "modelling",
                    nature = "cash",
                    amount = project.Money(30),
                    agreedOn = "2015-02-01",
                }
            )
        ).ShouldBe(201).Id("id");
        using var manager = await api.BrowserOfAsync(await helper.MemberAsync("manager"));
        using var finance = await api.BrowserOfAsync(await helper.MemberAsync("finance"), "fr");
        using var leads = await api.BrowserOfAsync(await lead.MemberAsync("finance"));
        var (books, ledger) = ($"/portfolios/{helper.Id}/closings", $"/{project.Path}/ledger");
        (await finance.PageAsync(books)).Should().NotContain("id=\"left\"", "nothing was left yet");
        (await leads.PageAsync($"/{project.Path}")).Should().NotContain($"end-{helper.Id}");

        // Not before what was agreed.
        using var early = await manager.PostFormAsync(
            $"/{project.Path}",
            $"end-{helper.Id}",
            Fields(new { endedOn = "2015-01-15", reason = "Another strategy" })
        );
        ((int)early.StatusCode).Should().Be(422);
        (await early.Content.ReadAsStringAsync()).Should().Contain("data-code=\"ended_before_commitment\"");
        using var left = await manager.PostFormAsync(
            $"/{project.Path}",
            $"end-{helper.Id}",
            Fields(new { endedOn = $"{api.Clock.Today:yyyy-MM-dd}", reason = "Another strategy" })
        );
        left.Headers.Location!.ToString().Should().EndWith($"{books}#left", "the project is out of sight now");

        (await finance.PageAsync(books)).Should().Contain($"href=\"{ledger}\"").And.Contain("Another strategy");
        using var gone = await finance.GetAsync(new Uri($"/{project.Path}", UriKind.Relative));
        ((int)gone.StatusCode).Should().Be(404);
        var own = await finance.PageAsync(ledger);
        own.Should()
            .Contain($"Fund {helper.Code}")
            .And.NotContain($"Fund {lead.Code}")
            .And.NotContain("value=\"agree\"");
        var line = $"{ledger}?commitment={commitment}";
        await finance.SendFormAsync(
            line,
            "deliver",
            JsonNode.Parse("""{"amount":{"amount":"20"},"deliveredOn":"2015-03-01"}""")!
        );
        await finance.SendFormAsync(line, "cancel", Fields(new { reason = "Closed", cancelledOn = "2015-04-01" }));
        var closed = (await api.Administrator.GetAsync($"{project.Path}/commitments"))
            .ShouldBe(200)
            .Items()
            .Single(c => c["id"]!.GetValue<Guid>() == commitment);
        closed["delivered"]!["amount"]!.GetValue<decimal>().Should().Be(20);
        closed["cancellation"]!["reason"]!.GetValue<string>().Should().Be("Closed");
        // What others keep is not theirs, nor theirs a stranger's.
        (await leads.PageAsync(ledger))
            .Should()
            .Contain($"Fund {lead.Code}")
            .And.Contain("value=\"agree\"");
        using var stranger = await api.BrowserOfAsync(await (await Fund.OpenAsync(api)).MemberAsync("finance"));
        using var unseen = await stranger.GetAsync(new Uri(ledger, UriKind.Relative));
        ((int)unseen.StatusCode).Should().Be(404);
    }

    [Fact]
    public async Task A_project_that_was_entered_by_mistake_is_taken_back_by_its_manager()
    {
        var fund = await Fund.OpenAsync(api);
        var (mistaken, helped) = (await fund.ProjectAsync(), await fund.ProjectAsync());
        (await helped.DeliverAsync(await helped.CommitAsync(10), 5)).ShouldBe(201);
        using var manager = await api.BrowserOfAsync(await fund.MemberAsync("manager"));
        using var owner = await api.BrowserOfAsync(await mistaken.OwnerAsync());
        (await owner.PageAsync($"/{mistaken.Path}/edit"))
            .Should()
            .NotContain("value=\"void\"")
            .And.NotContain("name=\"startedOn\"");

        using var refused = await manager.PostFormAsync(
            $"/{helped.Path}/edit",
            "void",
            Fields(new { reason = "Entered twice" })
        );
        ((int)refused.StatusCode).Should().Be(409);
        (await refused.Content.ReadAsStringAsync()).Should().Contain("data-code=\"project_has_deliveries\"");
        using var silent = await manager.PostFormAsync($"/{mistaken.Path}/edit", "void", Fields(new { reason = "" }));
        ((int)silent.StatusCode).Should().Be(422);
        await manager.SendFormAsync($"/{mistaken.Path}/edit", "void", Fields(new { reason = "Entered twice" }));
        (await api.Administrator.GetAsync(mistaken.Path)).ShouldBe(404);
    }

    [Fact]
    public async Task Its_beginning_is_moved_and_its_plan_counts_from_the_day_that_is_said()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync("2015-01-01");
        using var manager = await api.BrowserOfAsync(await fund.MemberAsync("manager"));
        await manager.SendFormAsync($"/{project.Path}/edit", "describe", Described(project, "2014-06-01"));
        (await project.GetAsync()).Text("startedOn").Should().Be("2014-06-01");

        await manager.SendFormAsync(
            $"/{project.Path}/ledger",
            "plan",
            JsonNode.Parse("""{"plan":{"conception":{"funding":"1000"}},"effectiveOn":"2014-07-01"}""")!
        );
        (await api.Administrator.GetAsync($"{project.Path}/plan"))
            .ShouldBe(200)
            .Text("effectiveOn")
            .Should()
            .Be("2014-07-01");
        using var before = await manager.PostFormAsync(
            $"/{project.Path}/ledger",
            "plan",
            JsonNode.Parse("""{"plan":{"conception":{"funding":"1000"}},"effectiveOn":"2014-05-01"}""")!
        );
        ((int)before.StatusCode).Should().Be(422);
        (await before.Content.ReadAsStringAsync()).Should().Contain("id=\"f-effectiveOn-fault\"");

        using var contradicted = await manager.PostFormAsync(
            $"/{project.Path}/edit",
            "describe",
            Described(project, "2015-01-01")
        );
        (await contradicted.Content.ReadAsStringAsync()).Should().Contain("id=\"f-startedOn-fault\"");
        using var owner = await api.BrowserOfAsync(await project.OwnerAsync());
        await owner.SendFormAsync($"/{project.Path}/edit", "describe", Described(project, null));
        (await project.GetAsync()).Text("startedOn").Should().Be("2014-06-01", "owners leave it as it is");
    }

    private static JsonNode Fields(object fields) => JsonSerializer.SerializeToNode(fields)!;

    private static JsonObject Described(TestProject project, string? startedOn)
    {
        var fields = new JsonObject { ["name"] = $"Project {project.Code}", ["socioEconomicModel"] = "operator" };
        if (startedOn is not null)
            fields["startedOn"] = startedOn;
        return fields;
    }
}
