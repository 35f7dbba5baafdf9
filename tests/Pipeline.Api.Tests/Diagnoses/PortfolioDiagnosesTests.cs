using System.Text.Json.Nodes;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Diagnoses;

namespace Pipeline.Api.Tests.Diagnoses;

/// <summary>What a portfolio learns of self-diagnoses: which gaps recur, from five projects on, never whose.</summary>
[UseCases(typeof(ListPortfolioDiagnoses))]
public sealed class PortfolioDiagnosesTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task Gaps_are_told_from_five_projects_on_and_never_whose()
    {
        var fund = await Fund.OpenAsync(api);
        var investor = await fund.MemberAsync("investor");
        var projects = new List<TestProject>();
        for (var i = 0; i < 4; i++)
        {
            projects.Add(await fund.ProjectAsync());
            await AnswerAsync(projects[i], "2024-01-01", i == 0 ? "mastered" : "begun");
        }
        // Answers of one project do not count twice.
        await AnswerAsync(projects[0], "2024-06-01", "practised");
        var before = await ReadAsync(fund, investor);
        (before["answerSets"]!.GetValue<int>(), before["told"]!.GetValue<bool>()).Should().Be((4, false));
        before["gaps"]!.AsArray().Should().BeEmpty();

        var fifth = await fund.ProjectAsync();
        await AnswerAsync(fifth, "2024-01-01", "none", alone: true);
        var after = await ReadAsync(fund, investor);
        after["told"]!.GetValue<bool>().Should().BeTrue();
        var gap = after["gaps"]!.AsArray().Should().ContainSingle("a gap of one project does not recur").Subject!;
        (gap["question"]!.GetValue<string>(), gap["times"]!.GetValue<int>()).Should().Be(("solution", 4));
        foreach (var project in projects.Append(fifth))
            after.ToJsonString().Should().NotContain($"{project.Id}").And.NotContain(project.Code);

        // The newest answers count, and no others.
        await AnswerAsync(projects[1], "2025-01-01", "practised");
        (await ReadAsync(fund, investor))["gaps"]![0]!["times"]!.GetValue<int>().Should().Be(3);
    }

    private async Task AnswerAsync(TestProject project, string date, string level, bool alone = false)
    {
        var answers = new JsonArray(new JsonObject { ["question"] = "solution", ["level"] = level });
        if (alone)
            answers.Add(new JsonObject { ["question"] = "learning", ["level"] = "none" });
        var body = new JsonObject
        {
            ["questionnaire"] = "projectReadiness",
            ["date"] = date,
            ["answers"] = answers,
        };
        (await api.Administrator.PostAsync($"{project.Path}/diagnoses", body)).ShouldBe(201);
    }

    private static async Task<JsonNode> ReadAsync(Fund fund, Client by) =>
        (await by.GetAsync($"portfolios/{fund.Id}/diagnoses"))
            .ShouldBe(200)
            .Items()
            .Single(q => q["questionnaire"]!.GetValue<string>() == "projectReadiness");
}
