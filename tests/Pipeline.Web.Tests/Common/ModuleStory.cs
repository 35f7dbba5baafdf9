using System.Net.Http.Json;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Web.Tests.Common;

/// <summary>What modules hold of a project of the demonstration, which has none of it by itself: recorded once, through the API.</summary>
/// <param name="Alliance">An alliance whose double impact is not met.</param>
/// <param name="Impact">An impact that is still too early to judge, with a sign.</param>
public sealed record ModuleStory(Guid Alliance, Guid Impact)
{
    /// <summary>Records it, unless it is there.</summary>
    public static async Task<ModuleStory> OfAsync(WebApp app, Guid project)
    {
        var known = await app.ReplyAsync($"projects/{project}/alliances");
        return known.Items().Count > 0
            ? new(known.Id("items.0.id"), (await app.ReplyAsync($"projects/{project}/impacts")).Id("items.0.id"))
            : await RecordAsync(app, project);
    }

    private static async Task<ModuleStory> RecordAsync(WebApp app, Guid project)
    {
        var path = $"projects/{project}";
        var organisations = await app.ReplyAsync("organisations?pageSize=2");
        var alliance = await SendAsync(
            app,
            HttpMethod.Post,
            $"{path}/alliances",
            new
            {
                name = "Getting there together",
                form = "interOrganisation",
                categories = new[] { "sponsorship", "societalInnovation" },
                kinds = new[] { "jointOffer", "skillsSponsorship" },
                startedOn = "2024-01-15",
                endsOn = "2027-01-14",
                sharedVision = "Nobody stays at home for want of a bus.",
                partners = new object[]
                {
                    new
                    {
                        organisationId = organisations.Id("items.0.id"),
                        since = "2024-01-15",
                        sponsor = "Head of mobility",
                        objectives = new[] { new { axis = "externalMobilisation", text = "Win three towns over" } },
                        gains = new[] { new { kind = "localAnchoring", text = "Known in each town" } },
                    },
                    new { organisationId = organisations.Id("items.1.id"), since = "2024-03-01" },
                },
                commonGood = new[]
                {
                    new
                    {
                        dimension = "organisational",
                        resultLever = "social",
                        text = "People get to work",
                    },
                },
            }
        );
        await SendAsync(
            app,
            HttpMethod.Post,
            $"{path}/alliances",
            new
            {
                name = "A first attempt",
                form = "interOrganisation",
                categories = new[] { "sponsorship" },
                startedOn = "2022-01-15",
                endedOn = "2023-06-30",
                partners = new[] { new { organisationId = organisations.Id("items.0.id"), since = "2022-01-15" } },
            }
        );
        await SendAsync(
            app,
            HttpMethod.Put,
            $"{path}/agreements/{app.Portfolio}",
            new
            {
                signedOn = "2025-01-10",
                startsOn = "2025-02-01",
                endsOn = "2027-01-31",
                objectives = new object[]
                {
                    new
                    {
                        text = "A governance that decides by itself",
                        measure = "Minutes of the board",
                        dueOn = "2026-12-31",
                    },
                    new { text = "A second territory" },
                },
                reviewEveryMonths = 6,
            }
        );
        await SendAsync(
            app,
            HttpMethod.Put,
            $"{path}/economics/current",
            new
            {
                asOf = "2026-01-01",
                kind = "researchAndDevelopment",
                resources = new object[]
                {
                    new { source = "public", yearlyAmount = Euros(40_000) },
                    new
                    {
                        source = "private",
                        yearlyAmount = Euros(150_000),
                        label = "Foundations",
                    },
                },
                people = new[]
                {
                    new { kind = "salaried", fullTimeEquivalents = 2.5 },
                    new { kind = "volunteers", fullTimeEquivalents = 1.0 },
                },
            }
        );
        await SendAsync(
            app,
            HttpMethod.Put,
            $"{path}/economics/target",
            new
            {
                asOf = "2029-01-01",
                kind = "operator",
                resources = new object[]
                {
                    new { source = "public", yearlyAmount = Euros(120_000) },
                    new { source = "private", yearlyAmount = Euros(60_000) },
                    new { source = "earned", yearlyAmount = Euros(90_000.5m) },
                },
                people = new[] { new { kind = "salaried", fullTimeEquivalents = 6.0 } },
                allianceIds = new[] { alliance.Id("id") },
                sizing = new
                {
                    territories = 5,
                    beneficiaries = 1_200,
                    yearlyCost = Euros(270_000),
                },
                trajectory = new object[]
                {
                    new
                    {
                        milestone = "A paying town",
                        dueOn = "2026-03-31",
                        doneOn = "2026-03-15",
                    },
                    new { milestone = "A second paying town", dueOn = "2026-09-30" },
                    new { milestone = "A common offer", dueOn = "2028-06-30" },
                },
            }
        );
        var impact = await ImpactAsync(
            app,
            path,
            "innovation",
            "territorial",
            "Towns plan their buses together",
            "2024-02-01"
        );
        await ReadAsync(app, path, impact, "2025-06-01", "partly", "Two towns have met.");
        var early = await ImpactAsync(
            app,
            path,
            "performance",
            "publicActors",
            "A town spends less on taxis",
            "2024-06-01"
        );
        await ReadAsync(app, path, early, "2025-03-01", "notSeen", "The first bill is as before.");
        await ReadAsync(app, path, early, "2026-02-01", "confirmed", "A fifth less.");
        await ImpactAsync(app, path, "performance", "economicActors", "Companies find staff", "2024-09-01");
        await ImpactAsync(app, path, "trust", "people", "People count on each other", "2023-01-01");
        await SendAsync(
            app,
            HttpMethod.Put,
            $"{path}/risks",
            new
            {
                risks = new object[]
                {
                    new
                    {
                        code = "modelSwitch",
                        passage = "modelling",
                        likelihood = 3,
                        severity = 3,
                        ownerFunction = "Head of the project",
                    },
                    new
                    {
                        label = "The mayor is not elected again",
                        passage = "any",
                        likelihood = 2,
                        severity = 2,
                        answer = "Both lists know the project.",
                    },
                    new
                    {
                        code = "noTimeToModel",
                        passage = "experimentation",
                        likelihood = 1,
                        severity = 2,
                        answer = "A day a week is kept free.",
                        closedOn = "2025-12-31",
                    },
                },
            }
        );
        return new(alliance.Id("id"), impact);
    }

    private static object Euros(decimal amount) => new { amount, currency = "EUR" };

    private static async Task<Guid> ImpactAsync(
        WebApp app,
        string path,
        string kind,
        string facet,
        string statement,
        string since
    ) =>
        (
            await SendAsync(
                app,
                HttpMethod.Post,
                $"{path}/impacts",
                new
                {
                    kind,
                    facet,
                    foreseen = "wanted",
                    dimension = "social",
                    level = "ecosystem",
                    statement,
                    since,
                }
            )
        ).Id("id");

    private static Task<Reply> ReadAsync(
        WebApp app,
        string path,
        Guid impact,
        string on,
        string outcome,
        string note
    ) =>
        SendAsync(
            app,
            HttpMethod.Post,
            $"{path}/impacts/{impact}/readings",
            new
            {
                on,
                outcome,
                note,
            }
        );

    private static async Task<Reply> SendAsync(WebApp app, HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, new Uri($"/api/v1/{path}", UriKind.Relative))
        {
            Content = JsonContent.Create(body),
        };
        if (method == HttpMethod.Put)
            request.Headers.TryAddWithoutValidation("If-Match", "*");
        using var answer = await app.Api.SendAsync(request);
        return (await Reply.ReadAsync(answer)).ShouldBe(method == HttpMethod.Put ? 200 : 201);
    }
}
