using System.Text.Json.Nodes;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Diagnoses;

namespace Pipeline.Api.Tests.Diagnoses;

/// <summary>How a project places itself: by section against the answers before, with what helps, for its owners and managers.</summary>
[UseCases(typeof(ListQuestionnaires), typeof(RecordDiagnosis), typeof(ListDiagnoses))]
public sealed class DiagnosisTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task Two_questionnaires_are_there_in_both_languages_and_their_criteria_are_the_gates_own()
    {
        var questionnaires = (await api.Administrator.GetAsync("questionnaires")).ShouldBe(200).Items();
        questionnaires
            .Select(q => q["code"]!.GetValue<string>())
            .Should()
            .Equal("projectReadiness", "professionalSituations");
        Questions(questionnaires[0]).Should().HaveCount(17);
        questionnaires[1]["sections"]!.AsArray().Should().HaveCount(8).And.OnlyContain(s => Questions(s!).Count == 3);
        questionnaires[1]["sections"]!
            .AsArray()
            .Select(s => s!["group"]!.GetValue<string>())
            .Distinct()
            .Should()
            .Equal("Management", "Relations", "Strategy");
        foreach (var question in questionnaires.SelectMany(q => Questions(q)))
        foreach (var criterion in question["criteria"]!.AsArray())
            (await api.Administrator.GetAsync($"resources?criterion={criterion}"))
                .ShouldBe(200)
                .Items()
                .Should()
                .NotBeEmpty("a gap in {0} leads somewhere", question["code"]);
        questionnaires
            .Should()
            .OnlyContain(q =>
                Questions(q).Select(a => a["code"]!.GetValue<string>()).Distinct().Count() == Questions(q).Count
            );
    }

    [Fact]
    public async Task Positions_are_by_section_against_the_answers_before_and_never_one_score()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        var owner = await project.OwnerAsync();
        await AnswerAsync(
            project,
            owner,
            "2024-01-01",
            ("solution", "none"),
            ("economicModel", "mastered"),
            ("process", "begun")
        );
        await AnswerAsync(
            project,
            owner,
            "2025-01-01",
            ("solution", "mastered"),
            ("process", "begun"),
            ("learning", "practised")
        );
        // Written later, of an earlier day.
        await AnswerAsync(project, owner, "2023-01-01", ("solution", "begun"));

        var reply = (await owner.GetAsync($"{project.Path}/diagnoses")).ShouldBe(200);
        var sets = reply.Items();
        sets.Select(s => s["date"]!.GetValue<string>()).Should().Equal("2025-01-01", "2024-01-01", "2023-01-01");
        var dimensions = Section(sets[0], "dimensions");
        (dimensions["position"]!.GetValue<int>(), dimensions["formerPosition"]!.GetValue<int>()).Should().Be((1, 0));
        dimensions["degrees"]!.ToJsonString().Should().Be(Degrees(none: 0, begun: 1, practised: 0, mastered: 1));
        dimensions["formerDegrees"]!
            .ToJsonString()
            .Should()
            .Be(
                Degrees(none: 1, begun: 1, practised: 0, mastered: 0),
                "what was not answered again is compared with nothing"
            );
        (dimensions["raised"]!.GetValue<int>(), dimensions["lowered"]!.GetValue<int>()).Should().Be((1, 0));
        (dimensions["answered"]!.GetValue<int>(), dimensions["questions"]!.GetValue<int>()).Should().Be((2, 3));
        Section(sets[0], "cooperativeMaturity")["formerPosition"].Should().BeNull("nobody placed it before");
        Section(sets[0], "keyFactors")["position"].Should().BeNull("nothing of it was answered");
        Section(sets[1], "dimensions")["lowered"]!.GetValue<int>().Should().Be(1);
        reply.Json!.ToJsonString().Should().NotMatchRegex("\":-?\\d+\\.\\d", "no figure is a mean of answers");
        sets[2]["formerId"].Should().BeNull();
        sets[0]
            .AsObject()
            .Select(f => f.Key)
            .Should()
            .NotContain(["score", "total", "position", "average", "mean", "level"]);
    }

    [Fact]
    public async Task A_gap_leads_to_the_criteria_it_touches_and_to_resources()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        var recorded = await AnswerAsync(
            project,
            api.Administrator,
            "2024-01-01",
            ("sharedVision", "begun"),
            ("solution", "practised")
        );
        var gap = recorded["gaps"]!.AsArray().Should().ContainSingle().Subject!;
        gap["question"]!.GetValue<string>().Should().Be("sharedVision");
        gap["criteria"]![0]!["code"]!.GetValue<string>().Should().Be("alliance.doubleImpact");
        gap["resources"]!
            .AsArray()
            .Select(r => r!["code"]!.GetValue<string>())
            .Should()
            .Equal("coursePartnerships", "accompanyCompanies", "accompanyPartnership");
    }

    [Fact]
    public async Task Who_only_reads_the_project_sees_no_answers_in_its_history_either()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        var (finance, manager) = (await fund.MemberAsync("finance"), await fund.MemberAsync("manager"));
        await AnswerAsync(project, manager, "2024-01-01", ("solution", "begun"));
        (await finance.GetAsync($"{project.Path}/diagnoses")).ShouldBe(403);
        Kinds(await finance.GetAsync($"{project.Path}/history")).Should().NotContain("diagnosis");
        Kinds(await manager.GetAsync($"{project.Path}/history")).Should().Contain("diagnosis");
    }

    [Theory]
    [InlineData("questionnaire", "\"horoscope\"", "unknown_code", "questionnaire")]
    [InlineData("date", "\"2999-01-01\"", "date_in_future", "date")]
    [InlineData("answers", "[]", "required", "answers")]
    [InlineData("answers", "[{\"question\":\"luck\",\"level\":\"none\"}]", "unknown_code", "answers[0].question")]
    [InlineData(
        "answers",
        "[{\"question\":\"solution\",\"level\":\"none\"},{\"question\":\"solution\",\"level\":\"begun\"}]",
        "duplicate",
        "answers[1].question"
    )]
    [InlineData("answers", "[{\"question\":\"solution\",\"level\":4}]", "unknown_code", "answers[0].level")]
    public async Task What_is_wrong_is_named_and_nothing_is_kept(string name, string json, string code, string field)
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        var body = Body("2024-01-01", ("solution", "begun"));
        body[name] = JsonNode.Parse(json);
        (await api.Administrator.PostAsync($"{project.Path}/diagnoses", body)).ShouldBlame(field, code);
        (await api.Administrator.GetAsync($"{project.Path}/diagnoses")).Items().Should().BeEmpty();
    }

    private static async Task<JsonNode> AnswerAsync(
        TestProject project,
        Client by,
        string date,
        params (string Question, string Level)[] answers
    ) => (await by.PostAsync($"{project.Path}/diagnoses", Body(date, answers))).ShouldBe(201).Json!;

    private static JsonObject Body(string date, params (string Question, string Level)[] answers) =>
        new()
        {
            ["questionnaire"] = "projectReadiness",
            ["date"] = date,
            ["answers"] = new JsonArray([
                .. answers.Select(a => new JsonObject { ["question"] = a.Question, ["level"] = a.Level }),
            ]),
        };

    private static IReadOnlyList<JsonNode> Questions(JsonNode of) =>
        of["questions"] is JsonArray questions
            ? [.. questions.Select(q => q!)]
            : [.. of["sections"]!.AsArray().SelectMany(s => Questions(s!))];

    private static JsonNode Section(JsonNode set, string code) =>
        set["sections"]!.AsArray().Single(s => s!["code"]!.GetValue<string>() == code)!;

    private static string Degrees(int none, int begun, int practised, int mastered) =>
        $$"""{"none":{{none}},"begun":{{begun}},"practised":{{practised}},"mastered":{{mastered}}}""";

    private static IEnumerable<string> Kinds(Reply history) =>
        history.ShouldBe(200).Items().Select(e => e["kind"]!.GetValue<string>());
}
