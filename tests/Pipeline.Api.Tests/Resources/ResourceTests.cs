using System.Text.Json.Nodes;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Resources;
using Pipeline.Domain.Projects;

namespace Pipeline.Api.Tests.Resources;

/// <summary>What helps: the kit's documents as installed, found by what they help with, and named where something is missing.</summary>
[UseCases(typeof(ListResources))]
public sealed class ResourceTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task Each_of_the_37_documents_is_found_by_path_phase_and_criterion()
    {
        var all = await ListAsync("");
        all.Should().HaveCount(37);
        all.GroupBy(r => r["nature"]!.GetValue<string>())
            .ToDictionary(g => g.Key, g => g.Count())
            .Should()
            .Equal(
                new Dictionary<string, int>
                {
                    ["framework"] = 3,
                    ["illustration"] = 7,
                    ["method"] = 9,
                    ["toolbox"] = 18,
                }
            );
        foreach (var (list, key) in new[] { ("paths", "path"), ("phases", "phase"), ("criteria", "criterion") })
        {
            all.Should().OnlyContain(r => r[list]!.AsArray().Count > 0, "each has its {0}", list);
            foreach (var value in all.SelectMany(r => Texts(r, list)).Distinct())
                Codes(await ListAsync($"?{key}={value}"))
                    .Should()
                    .Equal(Codes(all.Where(r => Texts(r, list).Contains(value))), "{0} is {1}", key, value);
        }
        foreach (var r in all)
            Codes(
                    await ListAsync(
                        $"?path={Texts(r, "paths")[^1]}&phase={Texts(r, "phases")[^1]}&criterion={Texts(r, "criteria")[^1]}"
                    )
                )
                .Should()
                .Contain(r["code"]!.GetValue<string>(), "it is found by all three together");
        Codes(await ListAsync("?path=P3&q=ÉVALUATION"))
            .Should()
            .Equal(["evaluationChecklist"], "case and accents do not count, and way and text both do");
    }

    // As the kit lists them (KIT l.66-118) and gives them to its three ways (l.196-213).
    private static readonly (string Code, string Title, string Author, int Year, string Nature, string Paths)[] Kit =
    [
        (
            "coConstructionFramework",
            "Référentiel sur la co-construction en territoire",
            "Le RAMEAU",
            2016,
            "framework",
            "P1 P2 P3"
        ),
        (
            "coConstructionModels",
            "Note prospective sur les modèles de co-construction territoriale",
            "Le RAMEAU",
            2016,
            "framework",
            "P1"
        ),
        (
            "coConstructionNote",
            "Note prospective sur la co-construction en territoire",
            "Le RAMEAU",
            2015,
            "framework",
            "P1"
        ),
        (
            "coConstructionFilm",
            "Film sur 3 exemples de co-construction territoriale",
            "Le RAMEAU",
            2015,
            "illustration",
            "P1 P3"
        ),
        ("studyNord", "Étude territoriale : Région Nord", "Le RAMEAU", 2012, "illustration", "P2"),
        ("studyPoitouCharentes", "Étude territoriale : Poitou-Charentes", "Le RAMEAU", 2012, "illustration", "P2"),
        (
            "experienceAlsace",
            "Retour d'expérience : le Labo régional des partenariats en Alsace",
            "AA",
            2012,
            "illustration",
            "P2"
        ),
        (
            "experienceCharenton",
            "Retour d'expérience : communauté de communes de Charenton Saint-Maurice",
            "Le RAMEAU",
            2013,
            "illustration",
            "P2"
        ),
        (
            "experimentSilverGeek",
            "Retour d'expérimentation collective : Silver Geek",
            "Le RAMEAU",
            2015,
            "illustration",
            "P2"
        ),
        (
            "experienceDistrictSolidaire",
            "Retour d'expérience d'émergence collective d'activités économiques : District Solidaire",
            "Le RAMEAU",
            2015,
            "illustration",
            "P2"
        ),
        (
            "coursePartnerships",
            "Les partenariats qui changent le monde (MOOC)",
            "ESSEC / Le RAMEAU",
            2015,
            "method",
            "P3"
        ),
        (
            "courseTerritories",
            "Les alliances qui changent les territoires (MOOC)",
            "ESSEC / Le RAMEAU",
            2016,
            "method",
            "P1 P2"
        ),
        ("territorialStudy", "Réaliser une étude territoriale", "Le RAMEAU", 2013, "method", "P2"),
        ("territorialAnimation", "Animer la co-construction territoriale", "Le RAMEAU", 2014, "method", "P2"),
        (
            "collectiveExperiment",
            "Lancer et piloter une expérimentation collective sur le territoire",
            "Le RAMEAU",
            2013,
            "method",
            "P2"
        ),
        ("accompanyCompanies", "Accompagner les entreprises", "Le RAMEAU", 2008, "method", "P3"),
        ("accompanyAssociations", "Accompagner les associations", "Le RAMEAU", 2008, "method", "P3"),
        ("accompanyPartnership", "Accompagner le partenariat", "Le RAMEAU", 2008, "method", "P3"),
        (
            "socialUtility",
            "Évaluer l'utilité sociétale des partenariats (référentiel méthodologique)",
            "Le RAMEAU",
            2015,
            "method",
            "P3"
        ),
        (
            "partnershipsInFrance",
            "État des lieux des partenariats en France",
            "Le RAMEAU",
            2016,
            "toolbox/context",
            "P1 P3"
        ),
        (
            "phareStudies",
            "Études PHARE sur les fragilités et la co-construction en territoire",
            "Comisis / OpinionWay",
            2016,
            "toolbox/context",
            "P1 P2 P3"
        ),
        (
            "coConstructionToday",
            "Étude sur l'état des lieux de la co-construction en territoire",
            "Le RAMEAU",
            2016,
            "toolbox/context",
            "P1 P2"
        ),
        (
            "ruralTerritories",
            "Note prospective sur les enjeux des territoires ruraux",
            "Celavar / Le RAMEAU",
            2016,
            "toolbox/knowledge",
            "P1 P2"
        ),
        (
            "generalInterest",
            "Rapport sur l'intérêt général en France",
            "Rapport collectif copiloté par Le RAMEAU",
            2016,
            "toolbox/knowledge",
            "P1 P2"
        ),
        (
            "animationBenchmark",
            "Benchmark sur les modèles d'animation territoriale",
            "Le RAMEAU",
            2016,
            "toolbox/knowledge",
            "P1 P2"
        ),
        (
            "supportForms",
            "Note sur la diversité des modes d'accompagnement",
            "Le RAMEAU",
            2015,
            "toolbox/knowledge",
            "P1 P3"
        ),
        (
            "responsibleCompany",
            "Note prospective « L'Entreprise responsable »",
            "Le RAMEAU",
            2013,
            "toolbox/knowledge",
            "P1 P3"
        ),
        (
            "whyInvest",
            "Note prospective « Pourquoi investir dans le secteur associatif »",
            "Le RAMEAU",
            2012,
            "toolbox/knowledge",
            "P1 P3"
        ),
        (
            "employeeEngagement",
            "Guide pratique sur l'engagement associatif des salariés",
            "Le RAMEAU / MEDEF",
            2016,
            "toolbox/knowledge",
            "P1 P3"
        ),
        (
            "buildTogether",
            "Guide « Construire ensemble » sur les partenariats associations-entreprises",
            "MEDEF / Le RAMEAU",
            2014,
            "toolbox/guide",
            "P3"
        ),
        (
            "partnershipCases",
            "Guide pratique et études de cas de partenariats",
            "ORSE / Le RAMEAU",
            2012,
            "toolbox/guide",
            "P3"
        ),
        (
            "partnershipFramework",
            "Référentiel sur les partenariats associations/entreprises",
            "CIDES / Le RAMEAU",
            2011,
            "toolbox/guide",
            "P3"
        ),
        (
            "studyQuestionnaire",
            "Plan et questionnaire d'une étude territoriale",
            "Le RAMEAU",
            2013,
            "toolbox/toolSheet",
            "P2"
        ),
        (
            "steeringMaterial",
            "Supports de COPIL de groupes de travail territoriaux",
            "Le RAMEAU",
            2013,
            "toolbox/toolSheet",
            "P2"
        ),
        (
            "experimentSteps",
            "Démarche de mise en place d'une expérimentation collective",
            "Le RAMEAU",
            2014,
            "toolbox/toolSheet",
            "P2"
        ),
        (
            "animatorDiagnosis",
            "Diagnostic d'une structure animant le territoire sur les partenariats",
            "Le RAMEAU",
            2014,
            "toolbox/toolSheet",
            "P2"
        ),
        (
            "evaluationChecklist",
            "Check-list des questions d'une démarche d'évaluation des partenariats",
            "Le RAMEAU",
            2015,
            "toolbox/toolSheet",
            "P3"
        ),
    ];

    [Fact]
    public async Task The_kit_s_documents_are_as_the_kit_lists_them_on_the_ways_that_it_gives_them() =>
        (await ListAsync(""))
            .Select(r =>
                (
                    r["code"]!.GetValue<string>(),
                    r["title"]!.GetValue<string>(),
                    r["author"]!.GetValue<string>(),
                    r["year"]!.GetValue<int>(),
                    r["nature"]!.GetValue<string>() + (r["tool"] is { } tool ? $"/{tool.GetValue<string>()}" : ""),
                    string.Join(' ', Texts(r, "paths"))
                )
            )
            .Should()
            .Equal(Kit);

    [Fact]
    public async Task An_unmet_criterion_names_up_to_three_resources_and_a_met_one_none()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        var unmet = await project.CriterionAsync("need.described");
        unmet["resources"]!
            .AsArray()
            .Select(r => r!["code"]!.GetValue<string>())
            .Should()
            .Equal("coConstructionNote", "studyNord", "studyPoitouCharentes");
        unmet["resources"]![0]!["nature"]!.GetValue<string>().Should().Be("framework");
        await project.DescribeAsync();
        (await project.CriterionAsync("need.described"))["resources"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task Every_criterion_has_what_helps_with_it_and_names_it_in_both_languages_while_it_is_unmet()
    {
        foreach (var criterion in Gates.Criteria)
            (await ListAsync($"?criterion={criterion.Code}")).Should().NotBeEmpty("{0} can be unmet", criterion.Code);
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        var told = new List<IReadOnlyList<(string Code, string Sentence, bool Met, string Resources)>>();
        foreach (var language in new[] { "en", "fr" })
            told.Add([
                .. (await api.Administrator.GetAsync($"{project.Path}/transitions/available", language))
                    .ShouldBe(200)
                    .Items()
                    .SelectMany(t => t["criteria"]!.AsArray())
                    .Select(c =>
                        (
                            c!["code"]!.GetValue<string>(),
                            c["sentence"]!.GetValue<string>(),
                            c["met"]!.GetValue<bool>(),
                            string.Join(", ", Codes(c["resources"]!.AsArray()!))
                        )
                    ),
            ]);
        told[0].Where(c => !c.Met).Should().NotBeEmpty().And.OnlyContain(c => c.Resources.Length > 0);
        told[1]
            .Select(c => (c.Code, c.Met, c.Resources))
            .Should()
            .Equal(told[0].Select(c => (c.Code, c.Met, c.Resources)));
        told[1].Zip(told[0]).Should().OnlyContain(c => c.First.Sentence != c.Second.Sentence);
    }

    [Theory]
    [InlineData("path=P4", "path")]
    [InlineData("phase=childhood", "phase")]
    [InlineData("criterion=need", "criterion")]
    public async Task What_cannot_be_asked_is_named(string query, string field) =>
        (await api.Administrator.GetAsync($"resources?{query}")).ShouldBlame(field, "unknown_code");

    private async Task<IReadOnlyList<JsonNode>> ListAsync(string query) =>
        (await api.Administrator.GetAsync($"resources{query}")).ShouldBe(200).Items();

    private static IReadOnlyList<string> Texts(JsonNode resource, string list) =>
        [.. resource[list]!.AsArray().Select(v => v!.GetValue<string>())];

    private static IEnumerable<string> Codes(IEnumerable<JsonNode> resources) =>
        resources.Select(r => r["code"]!.GetValue<string>());
}
