using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Transitions;

/// <summary>
/// Wimoov's public history as one story over HTTP: car sharing for the people of Nanterre in 1998, a mobility platform in Paris and one for job-seekers at
/// La Ciotat, 26 platforms over France, and the platform for elderly people that was tried out from 2015. Dates between the public ones are ours.
/// </summary>
public sealed class WimoovScenarioTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task From_conception_to_industrialisation_with_a_step_back_a_hold_a_waiver_and_a_declined_report()
    {
        var fund = await Fund.OpenAsync(api, reviewRequired: true);
        var manager = await fund.MemberAsync("manager");
        var wimoov = await fund.ProjectAsync("1998-01-01");
        var owner = await wimoov.OwnerAsync();

        // 1998: car sharing for the people of Nanterre. The owner sees what is missing, and mends it.
        (await MissingAsync(wimoov, owner, "advance"))
            .Should()
            .Equal("need.described", "solution.hypothesis", "territory.named", "funding.committed");
        await wimoov.DescribeAsync(by: owner);
        await wimoov.TerritoriesAsync("Nanterre");
        await wimoov.CommitAsync(40_000, "experimentation", on: "1998-06-01", by: manager);
        (await MissingAsync(wimoov, owner, "advance")).Should().BeEmpty();
        await MoveAsync(wimoov, owner, manager, "advance", "1999-01-01");
        await ShouldBeInAsync(wimoov, "experimentation", "active");

        // 2002: a study finds 14 % of the university sharing cars. A first report comes too early, and is declined.
        await wimoov.EvaluateAsync("experimentation", "relevance", "narrated", "2002-05-01", owner);
        var early = (await wimoov.ReportAsync("advance", "2002-06-01", by: owner)).ShouldBe(201);
        early.Text("status").Should().Be("pending");
        (await wimoov.DecideAsync(manager, early.Id("id"), "decline", "One town is not enough to write a model from"))
            .ShouldBe(200)
            .Text("status")
            .Should()
            .Be("declined");
        await ShouldBeInAsync(wimoov, "experimentation", "active");

        // Two years later it is time, and then it is not: the model does not hold outside the university.
        await MoveAsync(wimoov, owner, manager, "advance", "2004-01-01");
        await MoveAsync(wimoov, owner, manager, "stepBack", "2005-01-01", "Job-seekers need more than shared cars");
        await ShouldBeInAsync(wimoov, "experimentation", "active");

        // La Ciotat: over half back in work or training in the first year. A winter without funding lies between.
        (await wimoov.ReportAsync("hold", "2005-10-01", "No funding until spring", by: owner))
            .ShouldBe(201)
            .Text("status")
            .Should()
            .Be("effective", "a hold needs no review");
        (await MissingAsync(wimoov, owner, "advance")).Should().NotBeEmpty("nothing advances while on hold");
        (await wimoov.ReportAsync("resume", "2006-04-01", by: owner)).ShouldBe(201);
        await MoveAsync(wimoov, owner, manager, "advance", "2007-01-01");

        // Modelling: the sizing is not benchmarked yet, but Renault's offer will not wait. The manager grants what the owner asks for.
        await wimoov.DescribeAsync(modelled: true, by: owner);
        await wimoov.PlanAsync(
            ("scalingOut", "funding", 680_000),
            ("scalingOut", "expertiseAndNetworks", 220_000),
            ("scalingOut", "evaluation", 100_000)
        );
        (await MissingAsync(wimoov, owner, "advance")).Should().Equal("evaluation.sizing");
        (await wimoov.ReportAsync("advance", "2009-01-01", by: owner)).ShouldBeProblem(409, "gate_not_met");
        var waiver = new
        {
            criterion = "evaluation.sizing",
            reason = "Renault and Caisse des Dépôts join now; peers are compared by summer",
        };
        var asked = (await wimoov.ReportAsync("advance", "2009-01-01", waivers: [waiver], by: owner)).ShouldBe(201);
        asked.Text("status").Should().Be("pending");
        var granted = (await wimoov.DecideAsync(manager, asked.Id("id"), "approve")).ShouldBe(200);
        granted.Text("status").Should().Be("effective");
        granted.Text("waivers.0.criterion").Should().Be("evaluation.sizing");
        granted.Text("waivers.0.reason").Should().Be(waiver.reason);

        // Scaling out over France; from 2015 with elderly people; a region takes it over.
        await wimoov.TerritoriesAsync("Nanterre", "Paris", "La Ciotat", "Lyon");
        await wimoov.EvaluateAsync("scalingOut", "performance", "measured", "2016-01-01", owner);
        await wimoov.EvaluateAsync("scalingOut", "partnership", "measured", "2016-01-01", owner);
        await wimoov.DescribeAsync(
            modelled: true,
            takeOver: new { kind = "publicPolicy", name = "The regions" },
            by: owner
        );
        await MoveAsync(wimoov, owner, manager, "advance", "2017-01-01");
        await ShouldBeInAsync(wimoov, "industrialisation", "active");

        // The history tells it all, in order and without a gap, and time on hold does not count as time in the phase.
        var history = (await owner.GetAsync($"{wimoov.Path}/transitions")).Items();
        var effective = history.Where(t => t["status"]!.GetValue<string>() == "effective").ToList();
        effective
            .Select(t => t["trigger"]!.GetValue<string>())
            .Should()
            .Equal("advance", "advance", "stepBack", "hold", "resume", "advance", "advance", "advance");
        effective.Select(t => t["sequence"]!.GetValue<int>()).Should().Equal(1, 2, 3, 4, 5, 6, 7, 8);
        history.Should().ContainSingle(t => t["status"]!.GetValue<string>() == "declined");
        effective[5]["stayDays"]!
            .GetValue<int>()
            .Should()
            .Be(730 - 182, "from 2005-01-01 to 2007-01-01, less the hold from October to April");
    }

    private static async Task MoveAsync(
        TestProject project,
        Client owner,
        Client manager,
        string trigger,
        string on,
        string? reason = null
    )
    {
        var report = (await project.ReportAsync(trigger, on, reason, by: owner)).ShouldBe(201);
        report.Text("status").Should().Be("pending");
        (await project.DecideAsync(manager, report.Id("id"), "approve"))
            .ShouldBe(200)
            .Text("status")
            .Should()
            .Be("effective");
    }

    private static async Task<IReadOnlyList<string>> MissingAsync(TestProject project, Client who, string trigger)
    {
        var available = (await who.GetAsync($"{project.Path}/transitions/available")).ShouldBe(200);
        var one = available.Items().Single(t => t["trigger"]!.GetValue<string>() == trigger);
        var missing = one["criteria"]!
            .AsArray()
            .Where(c => c!["severity"]!.GetValue<string>() == "block" && !c["met"]!.GetValue<bool>())
            .Select(c => c!["code"]!.GetValue<string>())
            .ToList();
        if (missing.Count == 0 && !one["permitted"]!.GetValue<bool>())
            missing.AddRange(one["reasons"]!.AsArray().Select(r => r!["code"]!.GetValue<string>()));
        return missing;
    }

    private static async Task ShouldBeInAsync(TestProject project, string phase, string standing)
    {
        var now = await project.GetAsync();
        (now.Text("phase"), now.Text("standing")).Should().Be((phase, standing));
    }
}
