using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Access;

/// <summary>
/// Two organisations in one instance. Whatever one of them asks, the answer does not depend on whether the other is there: the strongest form of "sees no
/// trace of it", since a total, a page count or an order would give it away as well as a name.
/// </summary>
public sealed class TwoOrganisationsTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    // What tells the time of asking, and nothing else.
    private static readonly string[] Moments = ["knownAt", "lastUsedAt", "expiresAt"];

    private static readonly string[] Roles = ["manager", "finance", "investor", "owner", "write-key", "read-key"];

    [Fact]
    public async Task Nothing_that_one_can_ask_changes_when_the_other_moves_in()
    {
        var mine = await Fund.OpenAsync(api);
        var project = await LiveAsync(mine, "Garden");
        var people = new Dictionary<string, Client> { ["owner"] = await project.OwnerAsync() };
        foreach (var role in Roles[..3])
            people[role] = await mine.MemberAsync(role);
        foreach (var access in new[] { "write", "read" })
            people[$"{access}-key"] = api.With(
                (await api.Administrator.PostAsync($"portfolios/{mine.Id}/api-keys", new { name = access, access }))
                    .ShouldBe(201)
                    .Text("key")
            );

        // The same code, words, tags, days and amounts as one's own: whatever mixes the two shows it.
        string[] questions = [.. Questions(mine, project)];
        var before = await AnswersAsync(people, questions);
        var other = await Fund.OpenAsync(api);
        var foreign = await LiveAsync(other, "Orchard", project.Code);
        (
            await api.Administrator.PostAsync(
                "projects",
                new
                {
                    code = api.NewCode("P"),
                    name = "Garden of others",
                    ownerOrganisationId = other.OrganisationId,
                    portfolioId = other.Id,
                    startedOn = "2015-01-01",
                }
            )
        ).ShouldBe(201);

        var after = await AnswersAsync(people, questions);
        foreach (var (question, answer) in before)
            after[question].Should().Be(answer, "{0} asks about its own", question);
        before
            .Values.Count(v => v.StartsWith("200", StringComparison.Ordinal))
            .Should()
            .BeGreaterThan(100, "the questions are answered");
        before.Values.Should().OnlyContain(v => !v.Contains("Orchard", StringComparison.Ordinal));
        foreach (var (name, client) in people)
        foreach (var question in Questions(other, foreign))
            (await AskAsync(client, question))
                .Should()
                .NotContain("Orchard", "{0} asks {1}", name, question)
                .And.NotContain(foreign.Id.ToString());
    }

    [Fact]
    public async Task An_id_of_the_other_is_answered_like_one_that_nobody_has()
    {
        var (mine, other) = (await Fund.OpenAsync(api), await Fund.OpenAsync(api));
        var (own, foreign) = (await mine.ProjectAsync(), await LiveAsync(other, "Orchard"));
        var manager = await mine.MemberAsync("manager");
        var nobodys = Guid.CreateVersion7(api.Clock.GetUtcNow());
        var commitment = (await api.Administrator.GetAsync($"{foreign.Path}/commitments"))
            .ShouldBe(200)
            .Id("items.0.id");

        foreach (
            var question in Questions(other, foreign)
                .Where(q =>
                    q.Contains("projects/", StringComparison.Ordinal)
                    || q.Contains("portfolios/", StringComparison.Ordinal)
                    || q.Contains("portfolioId=", StringComparison.Ordinal)
                )
        )
        {
            var made = question
                .Replace(foreign.Id.ToString(), nobodys.ToString(), StringComparison.Ordinal)
                .Replace(other.Id.ToString(), nobodys.ToString(), StringComparison.Ordinal);
            (await AskAsync(manager, question)).Should().Be(await AskAsync(manager, made), question);
        }
        foreach (
            var (theirs, none) in new Func<Guid, Task<Reply>>[]
            {
                id =>
                    manager.PostAsync(
                        "projects",
                        new
                        {
                            code = api.NewCode("P"),
                            name = "Mine",
                            ownerOrganisationId = mine.OrganisationId,
                            portfolioId = id,
                            startedOn = "2020-01-01",
                        }
                    ),
                id =>
                    manager.PostAsync(
                        $"{own.Path}/commitments",
                        new
                        {
                            portfolioId = id,
                            funderOrganisationId = mine.OrganisationId,
                            lever = "funding",
                            phase = "conception",
                            nature = "cash",
                            amount = own.Money(1),
                            agreedOn = "2020-01-01",
                        }
                    ),
                id => manager.PutAsync($"portfolios/{mine.Id}/holdings/{id}", new { kind = "coFunder" }),
                id => manager.DeleteAsync($"portfolios/{mine.Id}/holdings/{id}"),
                id =>
                    manager.PostAsync(
                        $"portfolios/{mine.Id}/holdings/{id}/end",
                        new { endedOn = "2016-01-01", reason = "Another strategy" }
                    ),
                id =>
                    manager.PostAsync(
                        $"portfolios/{mine.Id}/decisions",
                        new { decisions = new[] { new { transitionId = id, decision = "approve" } } }
                    ),
                id =>
                    manager.PostAsync(
                        $"{own.Path}/commitments/{id}/deliveries",
                        new { amount = own.Money(1), deliveredOn = "2020-01-01" }
                    ),
                id => manager.GetAsync($"{own.Path}/commitments/{id}/deliveries"),
                id =>
                    manager.UploadAsync(
                        $"imports?portfolioId={id}",
                        "grants.csv",
                        Encoding.UTF8.GetBytes("Identifier\n1\n")
                    ),
                id => manager.GetAsync($"projects?portfolioId={id}"),
                id => manager.GetAsync($"projects/export.csv?portfolioId={id}"),
            }
                .Select(ask => (ask(other.Id), ask(nobodys)))
                .Concat([
                    (
                        manager.GetAsync($"{own.Path}/commitments/{commitment}/deliveries"),
                        manager.GetAsync($"{own.Path}/commitments/{nobodys}/deliveries")
                    ),
                ])
        )
            Told(await theirs)
                .Replace(other.Id.ToString(), "ID", StringComparison.Ordinal)
                .Should()
                .Be(Told(await none).Replace(nobodys.ToString(), "ID", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_import_that_names_the_others_codes_makes_projects_of_its_own_and_leaves_theirs()
    {
        var (mine, other) = (await Fund.OpenAsync(api), await Fund.OpenAsync(api));
        var (manager, foreign) = (await mine.MemberAsync("manager"), await LiveAsync(other, "Orchard"));
        var before = (await foreign.GetAsync()).ETag;
        var file = Encoding.UTF8.GetBytes(
            "Identifier,Title,Description,Currency,Amount Awarded,Award Date,Recipient Org:Name,Funding Org:Name\n"
                + $"{foreign.Code},Taken over,No,EUR,5,2020-01-01,Some Recipient,Some Funder\n"
        );
        var report = (await manager.UploadAsync($"imports?portfolioId={mine.Id}", "grants.csv", file)).ShouldBe(200);
        (report.Number("created"), report.Number("updated")).Should().Be((1, 0));
        (await foreign.GetAsync()).ETag.Should().Be(before);
        (await other.DashboardAsync()).ShouldBe(200).Number("projects.total").Should().Be(1);
    }

    private static IEnumerable<string> Questions(Fund fund, TestProject project)
    {
        foreach (
            var list in new[]
            {
                "projects",
                "projects?q=Garden",
                "projects?q=a&sort=-name",
                "projects?sort=code&pageSize=1&page=2",
                "projects?sdg=8&region=ileDeFrance",
                "projects?phase=experimentation",
                $"projects?portfolioId={fund.Id}",
                $"projects?q={project.Code}",
                $"projects?ownerOrganisationId={fund.OrganisationId}",
            }
        )
            yield return list;
        foreach (var register in new[] { "projects", "transitions", "commitments", "deliveries" })
        foreach (var query in new[] { "", "?q=Garden", $"?portfolioId={fund.Id}" })
        {
            yield return $"{register}/export.csv{query}";
            yield return $"{register}/export.xlsx{query}";
        }
        foreach (
            var part in new[]
            {
                "",
                "/members",
                "/cube?rows=domain&columns=funderProfile&measure=committed",
                "/dashboard",
                "/dashboard?asOf=2016-06-30",
                "/transitions",
                "/transitions?status=effective",
                "/api-keys",
                "/report.xlsx",
                "/report.xlsx?lang=fr",
                "/subsidies.csv",
            }
        )
            yield return $"portfolios/{fund.Id}{part}";
        foreach (
            var part in new[]
            {
                "",
                "/ratios",
                "/history",
                "/transitions",
                "/transitions/available",
                "/evaluations",
                "/plan",
                "/commitments",
            }
        )
            yield return project.Path + part;
        foreach (var other in new[] { "portfolios", "me", "reference", "users", "audit" })
            yield return other;
    }

    private static async Task<Dictionary<string, string>> AnswersAsync(
        Dictionary<string, Client> people,
        IEnumerable<string> questions
    )
    {
        var answers = new Dictionary<string, string>();
        foreach (var question in questions)
        foreach (var (name, client) in people)
            answers[$"{name}: {question}"] = await AskAsync(client, question);
        return answers;
    }

    private static async Task<string> AskAsync(Client client, string question) => Told(await client.GetAsync(question));

    /// <summary>Status and all that can be read in an answer; of a problem what it says, since its trace differs each time.</summary>
    private static string Told(Reply reply)
    {
        if (reply.Status >= 400)
            return $"{reply.Status} {reply["code"]} {reply["detail"]} {reply["errors"]?.ToJsonString()}";
        if (reply.MediaType?.EndsWith("sheet", StringComparison.Ordinal) == true)
            return $"200 {Cells(reply.Bytes)}";
        if (reply.Json is not { } json)
            return $"{reply.Status} {Encoding.UTF8.GetString(reply.Bytes)}";
        Forget(json);
        // The dashboard's weak tag moves on with any change in the instance: it tells that somebody did something, and nothing of who or what.
        return $"{reply.Status} {(reply.ETag?.StartsWith("W/", StringComparison.Ordinal) == true ? "" : reply.ETag)} {json.ToJsonString()}";
    }

    // All texts, figures and charts, without the moment of asking, which is a number with its time of day behind the point, and without the ids of its parts.
    private static string Cells(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        var text = new StringBuilder();
        foreach (
            var entry in zip
                .Entries.Where(e =>
                    e.FullName.StartsWith("xl/", StringComparison.Ordinal)
                    && e.FullName.EndsWith(".xml", StringComparison.Ordinal)
                )
                .OrderBy(e => e.FullName, StringComparer.Ordinal)
        )
        {
            using var reader = new StreamReader(entry.Open());
            text.Append(reader.ReadToEnd());
        }
        return System.Text.RegularExpressions.Regex.Replace(
            text.ToString(),
            @"\d{4}-\d\d-\d\d[T ]\d\d:\d\d[:\d.]*Z?|\b\d{5}\.\d{6,}|\{[0-9A-F-]{36}\}|r:id=""[^""]+""",
            ""
        );
    }

    private static void Forget(JsonNode node)
    {
        if (node is JsonObject thing)
        {
            foreach (var moment in Moments)
                thing.Remove(moment);
            foreach (var (_, value) in thing)
                if (value is not null)
                    Forget(value);
        }
        else if (node is JsonArray list)
        {
            foreach (var value in list)
                if (value is not null)
                    Forget(value);
        }
    }

    /// <summary>A project with everything that can be asked about.</summary>
    private static async Task<TestProject> LiveAsync(Fund fund, string word, string? code = null)
    {
        var administrator = fund.Api.Administrator;
        code ??= fund.Api.NewCode("P");
        var made = (
            await administrator.PostAsync(
                "projects",
                new
                {
                    code,
                    name = $"{word} of all",
                    summary = $"{word} summary",
                    ownerOrganisationId = fund.OrganisationId,
                    portfolioId = fund.Id,
                    startedOn = "2015-01-01",
                    sdgs = new[] { 8 },
                }
            )
        ).ShouldBe(201);
        var project = new TestProject(fund, made.Id("id"), code);
        await project.MeetFirstGateAsync();
        var commitment = await project.CommitAsync(500, lever: "strategyAndGovernance");
        (await project.DeliverAsync(commitment, 20)).ShouldBe(201);
        (await project.PlanAsync(("experimentation", "funding", 900))).ShouldBe(200);
        await project.EvaluateAsync("conception", "performance", "narrated", "2015-06-01");
        (await project.ReportAsync("advance", "2016-01-01")).ShouldBe(201);
        return project;
    }
}
