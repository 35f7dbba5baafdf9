using Pipeline.Api.Tests.Common;
using Pipeline.Application.Agreements;
using Pipeline.Application.Alliances;
using Pipeline.Application.Diagnoses;
using Pipeline.Application.Impacts;
using Pipeline.Application.Risks;

namespace Pipeline.Api.Tests.Records;

/// <summary>What a portfolio lists of its modules as of a day, and as known at an instant.</summary>
[UseCases(
    typeof(ListAgreements),
    typeof(ListPortfolioAlliances),
    typeof(ListPortfolioImpacts),
    typeof(ListPortfolioRisks),
    typeof(ListLessons),
    typeof(ListPortfolioDiagnoses)
)]
public sealed class PastListTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private static readonly string[] Lists = ["agreements", "alliances", "impacts", "risks", "lessons", "diagnoses"];

    [Fact]
    public async Task A_list_of_a_portfolio_is_that_of_the_day_and_of_what_was_known()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        await project.MeetFirstGateAsync();
        var empty = await KnownAtAsync();
        await WriteAsync("Together", "2018-01-01", "A charter");
        (
            await api.Administrator.PostAsync(
                $"{project.Path}/transitions",
                new
                {
                    trigger = "advance",
                    effectiveOn = "2016-01-01",
                    lessons = "Listen first",
                },
                await project.ETagAsync()
            )
        ).ShouldBe(201);
        (
            await api.Administrator.PostAsync(
                $"{project.Path}/diagnoses",
                new
                {
                    questionnaire = "projectReadiness",
                    date = "2016-01-01",
                    answers = new[] { new { question = "solution", level = "begun" } },
                }
            )
        ).ShouldBe(201);
        var first = await KnownAtAsync();
        var then = await ReadAsync("");
        await WriteAsync("Apart", "2019-01-01", null);
        (
            await api.Administrator.PutAsync(
                $"organisations/{fund.OrganisationId}",
                new { name = $"Renamed {fund.Code}", actorProfile = "investor" },
                "*"
            )
        ).ShouldBe(200);
        var now = await ReadAsync("");

        now["agreements"].Text("items.0.endsOn").Should().Be("2019-01-01");
        now["alliances"].Text("items.0.name").Should().Be("Apart");
        now["impacts"].Text("items.0.statement").Should().Be("Apart");
        now["risks"]["items.0.risk.answer"].Should().BeNull();
        now["risks"].Text("items.0.risk.alliance.name").Should().Be("Apart");
        var known = await ReadAsync($"?knownAt={first}");
        foreach (var list in Lists)
            known[list].Json!.ToJsonString().Should().Be(then[list].Json!.ToJsonString(), list);
        foreach (var (list, reply) in await ReadAsync($"?knownAt={empty}"))
            Count(list, reply).Should().Be(0, list);
        foreach (var (list, reply) in await ReadAsync("?asOf=2015-12-31"))
            Count(list, reply).Should().Be(0, list);
        // What happened on a day is there from that day on; a document from when it was written.
        foreach (var (list, reply) in await ReadAsync("?asOf=2016-01-01"))
            Count(list, reply).Should().Be(list is "lessons" or "diagnoses" ? 1 : 0, list);
        foreach (var list in Lists)
            (await api.Administrator.GetAsync($"portfolios/{fund.Id}/{list}?asOf=2999-01-01")).ShouldBlame(
                "asOf",
                "date_in_future"
            );

        async Task<string> KnownAtAsync() =>
            Uri.EscapeDataString((await fund.DashboardAsync()).ShouldBe(200).Text("knownAt"));

        async Task<Dictionary<string, Reply>> ReadAsync(string query)
        {
            var read = new Dictionary<string, Reply>();
            foreach (var list in Lists)
                read[list] = (await api.Administrator.GetAsync($"portfolios/{fund.Id}/{list}{query}")).ShouldBe(200);
            return read;
        }

        static int Count(string list, Reply reply) =>
            list == "diagnoses" ? reply.Items().Sum(q => q["answerSets"]!.GetValue<int>()) : reply.Number("totalItems");

        async Task WriteAsync(string name, string endsOn, string? answer)
        {
            var path = $"{project.Path}/agreements/{fund.Id}";
            var terms = new
            {
                signedOn = "2015-01-01",
                startsOn = "2015-01-01",
                endsOn,
                objectives = Array.Empty<object>(),
            };
            (await api.Administrator.PutAsync(path, terms, "*")).ShouldBe(200);
            var alliance = new
            {
                name,
                form = "interOrganisation",
                categories = new[] { "sponsorship" },
                startedOn = "2015-06-01",
                partners = new[] { new { organisationId = fund.OrganisationId, since = "2015-06-01" } },
            };
            var alliances = $"{project.Path}/alliances";
            var listed = (await api.Administrator.GetAsync(alliances)).Items();
            var id =
                listed.Count == 0
                    ? (await api.Administrator.PostAsync(alliances, alliance)).ShouldBe(201).Id("id")
                    : (await api.Administrator.PutAsync($"{alliances}/{listed[0]["id"]}", alliance, "*"))
                        .ShouldBe(200)
                        .Id("id");
            var impact = new
            {
                kind = "performance",
                facet = "publicActors",
                foreseen = "wanted",
                dimension = "social",
                level = "ecosystem",
                statement = name,
                since = "2015-06-01",
            };
            var impacts = $"{project.Path}/impacts";
            var found = (await api.Administrator.GetAsync(impacts)).Items();
            (
                found.Count == 0
                    ? await api.Administrator.PostAsync(impacts, impact)
                    : await api.Administrator.PutAsync($"{impacts}/{found[0]["id"]}", impact, "*")
            ).ShouldBe(found.Count == 0 ? 201 : 200);
            var risk = new
            {
                code = "drift",
                passage = "experimentation",
                likelihood = 2,
                severity = 3,
                answer,
                allianceId = id,
            };
            (await api.Administrator.PutAsync($"{project.Path}/risks", new { risks = new[] { risk } }, "*")).ShouldBe(
                200
            );
        }
    }
}
