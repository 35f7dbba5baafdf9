using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Ledgers;

/// <summary>How ratios and the mix of levers are to be read: limits are a whole project's, a target is advice before modelling, a need is no share of money.</summary>
public sealed class RatioReadingTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private const string Report =
        "RC: Le RAMEAU, Regards croisés chercheurs-praticiens sur les impacts des alliances innovantes, 2019, ";

    [Fact]
    public async Task Limits_are_a_whole_projects_and_binding_from_modelling_on()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        await project.MeetFirstGateAsync();

        var ratios = (await api.Administrator.GetAsync($"{project.Path}/ratios")).ShouldBe(200);
        ratios.Text("capacityBuilding.committed.status").Should().Be("missed");
        ratios
            .Items("byPhase")
            .SelectMany(phase => new[] { phase["capacityBuilding"]!, phase["evaluation"]! })
            .SelectMany(ratio => new[] { ratio["planned"]!, ratio["committed"]!, ratio["delivered"]! })
            .Should()
            .Contain(share => share["value"] != null)
            .And.OnlyContain(share => share["status"] == null);
        (await IsMissedAsync(fund)).Should().BeFalse("in conception the target is advice");

        (await project.ReportAsync("advance", "2015-03-01")).ShouldBe(201);
        await project.EvaluateAsync("experimentation", "relevance", "narrated", "2015-04-01");
        (await IsMissedAsync(fund)).Should().BeFalse("in experimentation the target is advice");

        (await project.ReportAsync("advance", "2015-05-01")).ShouldBe(201);
        (await IsMissedAsync(fund)).Should().BeTrue("from modelling on it is to be reached");
    }

    [Fact]
    public async Task A_need_with_nothing_on_it_and_money_without_a_need_are_flagged()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        await project.CommitAsync(100, phase: "conception");
        await project.CommitAsync(60, phase: "modelling");
        await project.CommitAsync(40, phase: "modelling", lever: "evaluation");

        var mix = (await fund.DashboardAsync())
            .ShouldBe(200)
            .Items("leverMix")
            .ToDictionary(
                cell => (cell["phase"]!.GetValue<string>(), cell["lever"]!.GetValue<string>()),
                cell => ((decimal?)cell["committed"]!["share"], (string?)cell["committed"]!["flag"])
            );

        mix[("conception", "funding")].Should().Be((1m, "heavy"));
        mix[("conception", "expertiseAndNetworks")].Should().Be((0m, "unmet"));
        mix[("modelling", "funding")].Should().Be((0.6m, null), "a need of 2 may take most of the phase");
        mix[("modelling", "strategyAndGovernance")].Should().Be((0m, "unmet"));
        mix[("modelling", "evaluation")].Should().Be((0.4m, null));
        mix[("scalingOut", "funding")].Should().Be((null, null), "over nothing there is no share");
    }

    [Fact]
    public async Task References_say_their_lines_and_what_each_is_a_share_of()
    {
        var references = (await api.Administrator.GetAsync("reference")).ShouldBe(200).Items("ratioReferences.items");
        references
            .Where(r => (string?)r["kind"] == "capacityBuilding")
            .Select(r => ((decimal)r["value"]!, (string)r["citation"]!, Whole((string)r["denominator"]!)))
            .Should()
            .Equal(
                (0.02m, $"{Report}l.4928-4934", "investment"),
                (0.17m, $"{Report}l.3105", "32 M€"),
                (0.18m, $"{Report}l.5703-5707", "32 M€"),
                (0.22m, $"{Report}l.4928-4934", "investment"),
                (0.30m, $"{Report}l.4928-4934", "investment"),
                (0.60m, $"{Report}l.4928-4934", "investment")
            );

        static string Whole(string said) =>
            new[] { "32 M€", "investment" }.First(whole => said.Contains(whole, StringComparison.Ordinal));
    }

    private static async Task<bool> IsMissedAsync(Fund fund) =>
        (await fund.DashboardAsync())
            .ShouldBe(200)
            .Items("attention")
            .Any(a => (string?)a["code"] == "capacity_building_missed");
}
