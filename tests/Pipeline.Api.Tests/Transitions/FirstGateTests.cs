using Pipeline.Api.Tests.Common;
using Pipeline.Application.Transitions;

namespace Pipeline.Api.Tests.Transitions;

/// <summary>The first gate over HTTP: refused with the whole list, passed once the facts are there, stale afterwards.</summary>
[UseCases(typeof(ListAvailable), typeof(ReportTransition), typeof(ListTransitions))]
public sealed class FirstGateTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task It_is_refused_with_everything_that_is_missing_and_passes_when_nothing_is()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();

        var refused = (await project.ReportAsync("advance", "2016-01-01")).ShouldBeProblem(409, "gate_not_met");
        refused
            .Items("errors")
            .Select(e => e["code"]!.GetValue<string>())
            .Should()
            .Equal("need.described", "solution.hypothesis", "territory.named", "funding.committed");
        (await api.Administrator.GetAsync($"{project.Path}/transitions"))
            .Items()
            .Should()
            .BeEmpty("a refusal writes nothing");

        await project.MeetFirstGateAsync();
        var before = await project.ETagAsync();
        var passed = (
            await api.Administrator.PostAsync(
                $"{project.Path}/transitions",
                new { trigger = "advance", effectiveOn = "2016-01-01" },
                before
            )
        ).ShouldBe(201);
        passed.Text("status").Should().Be("effective");

        var history = (await api.Administrator.GetAsync($"{project.Path}/transitions")).ShouldBe(200);
        history.Items().Should().ContainSingle();
        history
            .Items("items.0.criteria")
            .Select(c => (c["code"]!.GetValue<string>(), c["met"]!.GetValue<bool>()))
            .Should()
            .Equal(
                ("need.described", true),
                ("solution.hypothesis", true),
                ("territory.named", true),
                ("funding.committed", true),
                ("risks.answered", true)
            );
        (await project.GetAsync()).Text("phase").Should().Be("experimentation");

        (
            await api.Administrator.PostAsync(
                $"{project.Path}/transitions",
                new { trigger = "advance", effectiveOn = "2016-01-01" },
                before
            )
        ).ShouldBeProblem(412, "stale");
    }
}
