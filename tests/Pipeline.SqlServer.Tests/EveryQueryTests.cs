using System.Text;
using System.Text.Json.Nodes;
using MediatR;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Cli;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Imports;
using Pipeline.Application.Common;
using Pipeline.Application.Notifications;
using Pipeline.Application.Projects;
using Pipeline.Application.Reminders;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Identity;

namespace Pipeline.SqlServer.Tests;

/// <summary>Every query of the product, run once on SQLite, would be taken by SQL Server.</summary>
[SqliteOnly("What SQL Server would take is read without a server.")]
public sealed class EveryQueryTests(MirroredApi api) : IClassFixture<MirroredApi>
{
    private Client _administrator = null!,
        _manager = null!,
        _owner = null!;

    [Fact]
    public async Task Every_query_of_every_use_case_would_be_taken_by_sql_server()
    {
        (_administrator, _manager, _owner) = (
            await api.SignInAsync("administrator"),
            await api.SignInAsync("manager"),
            await api.SignInAsync("owner")
        );
        var portfolio = (await _manager.GetAsync("portfolios")).ShouldBe(200).Id("items.0.id");
        var project = (await _manager.GetAsync("projects?q=demo-09")).ShouldBe(200).Id("items.0.id");
        var wimoov = (await _manager.GetAsync("projects?q=wimoov")).ShouldBe(200).Id("items.0.id");

        var webhook = await SendWebhooksAsync(portfolio);
        var closing = await CloseAsync(portfolio);
        await KeepCalendarsAsync();
        var documents = new Dictionary<Guid, Guid>();
        foreach (var id in new[] { project, wimoov })
            documents[id] = await KeepDocumentsAsync(id);
        foreach (var id in new[] { project, wimoov })
        {
            var alliance = await KeepRecordsAsync(portfolio, id);
            var impact = await KeepImpactsAsync(id);
            await KeepEconomicsAsync(id);
            await KeepIndicatorsAsync(portfolio, id);
            await PlanEvaluationsAsync(id);
            var period = await ReportProgressAsync(id);
            await KeepDiagnosesAsync(id);
            var programme = await RunProgrammeAsync(portfolio, id);
            foreach (
                var path in GetPaths(
                    portfolio,
                    id,
                    await CommitmentOf(id),
                    await OwnerOrganisationOf(id),
                    alliance,
                    impact,
                    webhook,
                    closing,
                    documents[id],
                    period,
                    programme
                )
            )
                await ReadAsync(path);
        }
        foreach (var path in Questions(portfolio, project))
            (await _manager.GetAsync(path)).ShouldBe(200);
        await AskWhatHoldsAsync(portfolio);
        await ChangeDirectoryAsync(portfolio, project);
        await ChangePortfoliosAsync(portfolio, project);
        await UseKeyAsync(portfolio, project);
        await MoveAsync(portfolio);
        await ImportAsync(portfolio);
        await AskAtTheCommandLineAsync();
        await ReadInboxAsync();
        foreach (var queue in new[] { "events", "mails" })
            (await _administrator.PostAsync($"admin/health/{queue}/retry", null)).ShouldBe(200);

        // A use case that is missing here is new: have this test run it.
        api.Sent.Should()
            .BeEquivalentTo(
                typeof(IPipelineDb)
                    .Assembly.GetTypes()
                    .Where(t => t is { IsClass: true, IsAbstract: false } && typeof(IBaseRequest).IsAssignableFrom(t))
            );
        api.Mirror.Findings.Should().BeEmpty();
        // What no query reads has to be written and checked by others: names of tables in the SQL say that nothing was left out.
        SqlServerMigrations
            .Schema.Tables.Where(t => !api.Mirror.Sql.Any(s => s.Contains($"[{t}]", StringComparison.Ordinal)))
            .Should()
            .BeSubsetOf(["__EFMigrationsHistory", "UserClaims", "UserTokens"]);
    }

    /// <returns>A webhook that is there.</returns>
    private async Task<Guid> SendWebhooksAsync(Guid portfolio)
    {
        var path = $"portfolios/{portfolio}/webhooks";
        var body = new { url = "https://hooks.invalid/pipeline", events = new[] { "transition.withdrawn" } };
        var gone = (await _manager.PostAsync(path, body)).ShouldBe(201).Id("id");
        (await _manager.DeleteAsync($"{path}/{gone}")).ShouldBe(204);
        var id = (await _manager.PostAsync(path, body)).ShouldBe(201).Id("id");
        (await _manager.PutAsync($"{path}/{id}", body, "*")).ShouldBe(200);
        (await _manager.GetAsync($"{path}/{id}")).ShouldBe(200);
        (await _manager.PostAsync($"{path}/{id}/secret", null)).ShouldBe(200);
        var sent = (await _manager.PostAsync($"{path}/{id}/test", null)).ShouldBe(202).Id("id");
        (await _manager.PostAsync($"{path}/{id}/deliveries/{sent}/retry", null)).ShouldBe(202);
        return id;
    }

    /// <returns>A closing, behind which something has been recorded.</returns>
    private async Task<Guid> CloseAsync(Guid portfolio)
    {
        var path = $"portfolios/{portfolio}/closings";
        // The demonstration has closed its last quarter, and recorded some late.
        var first = (await _manager.GetAsync(path)).ShouldBe(200).Id("items.0.id");
        var today = (await _manager.GetAsync($"portfolios/{portfolio}/dashboard")).ShouldBe(200).Text("asOf");
        var last = (await _manager.PostAsync(path, new { asOf = today })).ShouldBe(201).Id("id");
        var changes = (await _manager.GetAsync($"{path}/{first}/changes?against={last}")).ShouldBe(200);
        changes.Items().Should().NotBeEmpty();
        using var http = api.CreateClient();
        (await http.GetStringAsync("/.well-known/pipeline-closing-keys")).Should().Contain("ES256");
        return last;
    }

    private async Task KeepCalendarsAsync()
    {
        foreach (var person in new[] { _administrator, _manager, _owner, _owner })
        {
            // The last one takes the place of another.
            var address = (await person.PostAsync("me/calendar", null)).ShouldBe(201).Text("url");
            (await person.Http.GetStringAsync(new Uri(address).AbsolutePath)).Should().Contain("BEGIN:VCALENDAR");
        }
    }

    /// <returns>A document that is there.</returns>
    private async Task<Guid> KeepDocumentsAsync(Guid project)
    {
        var gone = await AddAsync("gone.txt", "Gone");
        (await _manager.DeleteAsync($"projects/{project}/documents/{gone}", new { reason = "By mistake" })).ShouldBe(
            204
        );
        return await AddAsync("kept.txt", "Kept");

        async Task<Guid> AddAsync(string name, string text) =>
            (
                await _manager.UploadAsync(
                    $"projects/{project}/documents",
                    name,
                    Encoding.UTF8.GetBytes(text),
                    fields: [("kind", "evidence")]
                )
            )
                .ShouldBe(201)
                .Id("id");
    }

    // The report on the first period, or a correction of it; null where the project had ended before.
    private async Task<string?> ReportProgressAsync(Guid project)
    {
        var periods = (await _manager.GetAsync($"projects/{project}/progress-reports")).ShouldBe(200).Items();
        if (periods.Count == 0)
            return null;
        var period = periods[0]["period"]!.GetValue<string>();
        var path = $"projects/{project}/progress-reports/{period}";
        var sections = (await _manager.GetAsync(path))
            .ShouldBe(200)
            .Items("sections")
            .Select(s => new { section = s["section"]!.GetValue<string>(), text = "As planned" });
        var document = (await _manager.GetAsync($"projects/{project}/documents")).ShouldBe(200).Id("items.0.id");
        (await _owner.PutAsync(path, new { sections, documentIds = new[] { document } }, "*")).ShouldBe(200);
        (await _owner.PostAsync($"{path}/submission", null, "*")).ShouldBe(200);
        (await _manager.PostAsync($"{path}/decision", new { decision = "accept" }, "*")).ShouldBe(200);
        return period;
    }

    private async Task AskWhatHoldsAsync(Guid portfolio)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/portfolios/{portfolio}/dashboard");
        request.Headers.TryAddWithoutValidation(
            "If-None-Match",
            (await _manager.GetAsync($"portfolios/{portfolio}/dashboard")).ShouldBe(200).ETag
        );
        using var answer = await _manager.Http.SendAsync(request);
        ((int)answer.StatusCode).Should().Be(304);
    }

    private async Task<Guid> CommitmentOf(Guid project) =>
        (await _manager.GetAsync($"projects/{project}/commitments")).ShouldBe(200).Id("items.0.id");

    private async Task<Guid> OwnerOrganisationOf(Guid project) =>
        (await _manager.GetAsync($"projects/{project}")).ShouldBe(200).Id("ownerOrganisationId");

    // Agreement, alliance, risks, and a loan that is paid back.
    private async Task<Guid> KeepRecordsAsync(Guid portfolio, Guid project)
    {
        var (path, organisation) = ($"projects/{project}", await OwnerOrganisationOf(project));
        var amount = new { amount = 1, currency = "EUR" };
        (
            await _manager.PutAsync(
                $"{path}/agreements/{portfolio}",
                new
                {
                    signedOn = "2024-01-01",
                    startsOn = "2024-01-01",
                    endsOn = "2026-12-31",
                    objectives = Array.Empty<object>(),
                },
                "*"
            )
        ).ShouldBe(200);
        var body = new
        {
            name = "Together",
            form = "interOrganisation",
            categories = new[] { "sponsorship" },
            startedOn = "2024-01-01",
            partners = new[] { new { organisationId = organisation, since = "2024-01-01" } },
        };
        var alliance = (await _manager.PostAsync($"{path}/alliances", body)).ShouldBe(201).Id("id");
        (await _manager.PutAsync($"{path}/alliances/{alliance}", body, "*")).ShouldBe(200);
        (await _manager.PutAsync($"{path}/risks", new { risks = Array.Empty<object>() }, "*")).ShouldBe(200);
        (await _administrator.PutAsync("reference/resources", new { items = Array.Empty<object>() }, "*")).ShouldBe(
            200
        );
        (await _administrator.PutAsync("reference/risks", new { items = Array.Empty<object>() }, "*")).ShouldBe(200);
        var loan = (
            await _manager.PostAsync(
                $"{path}/commitments",
                new
                {
                    portfolioId = portfolio,
                    funderOrganisationId = organisation,
                    lever = "funding",
                    phase = "modelling",
                    nature = "cash",
                    amount,
                    agreedOn = "2024-01-01",
                    instrument = "loan",
                    allianceId = alliance,
                }
            )
        ).ShouldBe(201).Id("id");
        var repayment = (
            await _manager.PostAsync($"{path}/commitments/{loan}/repayments", new { amount, repaidOn = "2024-02-01" })
        )
            .ShouldBe(201)
            .Id("id");
        (
            await _manager.PostAsync(
                $"{path}/commitments/{loan}/repayments/{repayment}/reversal",
                new { reason = "Booked twice", reversedOn = "2024-02-01" }
            )
        ).ShouldBe(201);
        return alliance;
    }

    // A cohort in which the project takes part, with everything that can be recorded of it; and a catalyst.
    private async Task<(Guid Programme, Guid Cohort, Guid Participation, Guid Catalyst)> RunProgrammeAsync(
        Guid portfolio,
        Guid project
    )
    {
        var organisation = await OwnerOrganisationOf(project);
        var path = new
        {
            code = $"{project}",
            name = "A path",
            portfolioId = portfolio,
            partnerOrganisationIds = new[] { organisation },
        };
        var programme = (await _manager.PostAsync("programmes", path)).ShouldBe(201).Id("id");
        (await _manager.PutAsync($"programmes/{programme}", path, "*")).ShouldBe(200);
        var dates = new { startsOn = "2024-01-01" };
        var cohort = (await _manager.PostAsync($"programmes/{programme}/cohorts", dates)).ShouldBe(201).Id("id");
        (await _manager.PutAsync($"cohorts/{cohort}", dates, "*")).ShouldBe(200);
        (await _manager.PutAsync($"cohorts/{cohort}/sessions/S1", new { on = "2024-01-02" }, "*")).ShouldBe(200);
        var somebody = new
        {
            organisationId = organisation,
            territory = "Rennes",
            nature = "association",
            participants = new[] { "Director" },
            projectId = project,
            on = "2024-01-01",
        };
        var participation = (await _manager.PostAsync($"cohorts/{cohort}/participations", somebody))
            .ShouldBe(201)
            .Id("id");
        (await _manager.PutAsync($"participations/{participation}", somebody, "*")).ShouldBe(200);
        (
            await _manager.PostAsync(
                $"participations/{participation}/coachings",
                new
                {
                    before = "S2",
                    on = "2024-02-01",
                    note = "What is next",
                }
            )
        ).ShouldBe(201);
        (
            await _owner.PostAsync(
                $"participations/{participation}/files",
                new
                {
                    kind = "roadmap",
                    on = "2024-02-01",
                    title = "Road map",
                    url = "https://example.org/road-map",
                }
            )
        ).ShouldBe(201);
        // The demonstration has catalysts of its own; of these organisations none is one.
        var entry = new
        {
            organisationId = organisation,
            missions = new[] { "dialogue" },
            territories = new[] { "Rennes" },
            since = "2024-01-01",
        };
        (await _manager.PostAsync("catalysts", entry)).ShouldBe(201);
        (await _manager.PutAsync($"catalysts/{organisation}", entry, "*")).ShouldBe(200);
        return (programme, cohort, participation, organisation);
    }

    // An impact that somebody looked at.
    private async Task<Guid> KeepImpactsAsync(Guid project)
    {
        var path = $"projects/{project}/impacts";
        var body = new
        {
            kind = "innovation",
            facet = "territorial",
            foreseen = "wanted",
            dimension = "social",
            level = "ecosystem",
            statement = "Everybody gets to work",
            since = "2016-01-01",
        };
        var impact = (await _manager.PostAsync(path, body)).ShouldBe(201).Id("id");
        (await _manager.PutAsync($"{path}/{impact}", body, "*")).ShouldBe(200);
        (
            await _manager.PostAsync(
                $"{path}/{impact}/readings",
                new
                {
                    on = "2024-01-01",
                    outcome = "partly",
                    note = "Seen",
                    evaluationId = (await _manager.GetAsync($"projects/{project}/evaluations")).Id("items.0.id"),
                }
            )
        ).ShouldBe(201);
        return impact;
    }

    private async Task PlanEvaluationsAsync(Guid project)
    {
        var plan = new { evaluations = new[] { Api.Tests.EvaluationPlans.EvaluationPlanTests.Planned("2024-06-30") } };
        (await _manager.PutAsync($"projects/{project}/evaluation-plan", plan, "*")).ShouldBe(200);
    }

    // A reading that is taken back, and a target.
    private async Task KeepIndicatorsAsync(Guid portfolio, Guid project)
    {
        var list = new { indicators = new[] { Api.Tests.Indicators.IndicatorApi.Indicator("JOBS") } };
        (await _manager.PutAsync($"portfolios/{portfolio}/indicators", list, "*")).ShouldBe(200);
        var path = $"projects/{project}/indicator-readings";
        var body = new
        {
            indicator = "JOBS",
            on = "2024-01-01",
            value = 1,
            source = "Counted",
        };
        var reading = (await _manager.PostAsync(path, body)).ShouldBe(201).Id("id");
        (
            await _manager.PostAsync($"{path}/{reading}/reversal", new { reason = "Twice", reversedOn = "2024-01-01" })
        ).ShouldBe(201);
        var targets = new { targets = new[] { new { indicator = "JOBS", target = 1 } } };
        (await _manager.PutAsync($"projects/{project}/indicator-targets", targets, "*")).ShouldBe(200);
    }

    private async Task KeepDiagnosesAsync(Guid project) =>
        (
            await _manager.PostAsync(
                $"projects/{project}/diagnoses",
                new
                {
                    questionnaire = "projectReadiness",
                    date = "2024-01-01",
                    answers = new[] { new { question = "solution", level = "begun" } },
                }
            )
        ).ShouldBe(201);

    private async Task KeepEconomicsAsync(Guid project)
    {
        var picture = new
        {
            asOf = "2024-01-01",
            kind = "operator",
            resources = new[] { new { source = "earned", yearlyAmount = new { amount = 1, currency = "EUR" } } },
            people = Array.Empty<object>(),
        };
        foreach (var which in new[] { "current", "target" })
            (await _manager.PutAsync($"projects/{project}/economics/{which}", picture, "*")).ShouldBe(200);
    }

    /// <summary>Whatever can be read, with an id in each place that takes one.</summary>
    private IEnumerable<string> GetPaths(
        Guid portfolio,
        Guid project,
        Guid commitment,
        Guid organisation,
        Guid alliance,
        Guid impact,
        Guid webhook,
        Guid closing,
        Guid document,
        string? period,
        (Guid Programme, Guid Cohort, Guid Participation, Guid Catalyst) programme
    ) =>
        from endpoint in api
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>()
        let route = endpoint.RoutePattern.RawText!.TrimStart('/')
        where
            route.StartsWith("api/v1/", StringComparison.Ordinal)
            && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true
            // Those of imports are read where there is one.
            && !route.StartsWith("api/v1/imports/", StringComparison.Ordinal)
            && (period is not null || !route.Contains("{period}", StringComparison.Ordinal))
        let id = route.Split('/')[2] switch
        {
            "portfolios" => portfolio,
            "projects" => project,
            "organisations" => organisation,
            "users" => _administrator.UserId,
            "programmes" => programme.Programme,
            "cohorts" => programme.Cohort,
            "participations" => programme.Participation,
            "catalysts" => programme.Catalyst,
            _ => Guid.Empty,
        }
        select route["api/v1/".Length..]
            .Replace("{id:guid}", $"{id}", StringComparison.Ordinal)
            .Replace("{portfolioId:guid}", $"{portfolio}", StringComparison.Ordinal)
            .Replace("{allianceId:guid}", $"{alliance}", StringComparison.Ordinal)
            .Replace("{impactId:guid}", $"{impact}", StringComparison.Ordinal)
            .Replace("{commitmentId:guid}", $"{commitment}", StringComparison.Ordinal)
            .Replace("{name}", "vendee", StringComparison.Ordinal)
            .Replace("{webhookId:guid}", $"{webhook}", StringComparison.Ordinal)
            .Replace("{closingId:guid}", $"{closing}", StringComparison.Ordinal)
            .Replace("{documentId:guid}", $"{document}", StringComparison.Ordinal)
            .Replace("{period}", period, StringComparison.Ordinal)
            .Replace("{code}", "S1", StringComparison.Ordinal)
            + (route.Contains("/cube", StringComparison.Ordinal) ? "?rows=domain&columns=phase&measure=committed" : "");

    // An administrator, a member and an owner see by different ways.
    private async Task ReadAsync(string path)
    {
        (await _administrator.GetAsync(path)).ShouldBe(200);
        if (!new[] { "users", "audit", "admin" }.Any(start => path.StartsWith(start, StringComparison.Ordinal)))
            (await _manager.GetAsync(path)).ShouldBe(200);
        if (path.StartsWith("projects", StringComparison.Ordinal))
            (await _owner.GetAsync(path)).ShouldBe(200);
    }

    private static IEnumerable<string> Questions(Guid portfolio, Guid project) =>
        [
            .. ProjectFilter.Sorts.SelectMany(s =>
                new[] { $"projects?sort={s}", $"projects?sort=-{s}&page=2&pageSize=3" }
            ),
            $"projects?portfolioId={portfolio}&phase=experimentation&standing=active&stage=proofOfConcept&sdg=8&domain=housing&region=normandie&ownerOrganisationId={project}&q=work",
            "organisations?sort=-name",
            .. new[] { "projects", "transitions", "commitments", "deliveries" }.SelectMany(register =>
                ProjectFilter.Sorts.Select(s =>
                    $"{register}/export.csv?sort=-{s}&portfolioId={portfolio}&phase=experimentation&stage=societalRnd&sdg=8&domain=housing&region=normandie&q=work"
                )
            ),
            "organisations?q=demo&page=2&pageSize=1",
            "observatory?domain=health&region=corse&year=2019&viewpoint=citizens&knownAt=2024-06-30T12:00:00Z",
            "resources?path=P1&phase=modelling&criterion=model.keyFactors&q=territoire",
            $"projects/{project}/history?after=1000000&limit=2",
            .. Enum.GetValues<Domain.Projects.TransitionStatus>()
                .Select(s => $"portfolios/{portfolio}/transitions?status={Codes.Of(s)}"),
            $"portfolios/{portfolio}/transitions?q=a&sort=-effectiveOn",
            $"portfolios/{portfolio}/transitions?sort=effectiveOn",
            $"portfolios/{portfolio}/transitions?sort=-reportedAt",
            $"portfolios/{portfolio}/imports?q=a&sort=-fileName",
            $"portfolios/{portfolio}/imports?sort=fileName",
            $"portfolios/{portfolio}/imports?sort=recordedAt",
            .. new[] { "asOf=2024-06-30", "knownAt=2024-06-30T12:00:00Z" }.SelectMany(at =>
                new[]
                {
                    $"portfolios/{portfolio}/dashboard?{at}",
                    $"portfolios/{portfolio}/cube?rows=actorProfile&columns=family&measure=planned&{at}",
                    $"portfolios/{portfolio}/cube?rows=funderProfile&columns=instrument&measure=delivered&{at}",
                    $"portfolios/{portfolio}/cube?rows=phase&columns=sizeSegment&measure=projects&{at}",
                    $"portfolios/{portfolio}/cube/projects?rows=region&columns=phase&measure=committed&column=modelling&{at}",
                    $"portfolios/{portfolio}/moves?month=2024-03&trigger=advance&leftPhase=conception&{at}",
                    $"portfolios/{portfolio}/observatory?domain=health&year=2019&{at}",
                    $"portfolios/{portfolio}/report.xlsx?lang=fr&{at}",
                    $"projects/{project}/ratios?{at}",
                    $"projects/{project}/progress-reports?{at}",
                    $"portfolios/{portfolio}/progress-reports?{at}",
                    $"portfolios/{portfolio}/territories?role=both&region=bretagne&{at}",
                    $"portfolios/{portfolio}/agreements?exit=missing&endingBefore=2030-01-01&{at}",
                    $"portfolios/{portfolio}/alliances?partner={project}&doubleImpact=false&underWay=true&{at}",
                    $"portfolios/{portfolio}/impacts?kind=trust&state=due&foreseen=wanted&{at}",
                    $"portfolios/{portfolio}/risks?passage=any&{at}",
                    $"portfolios/{portfolio}/lessons?q=a&{at}",
                    $"portfolios/{portfolio}/diagnoses?{at}",
                }
            ),
        ];

    // What happened above is written into inboxes by a worker, soon.
    private async Task ReadInboxAsync()
    {
        var newest = await Eventually.Async(
            () => _manager.GetAsync("me/notifications?after=1000000&limit=2&unread=true"),
            r => r.Items().Count > 0
        );
        (await _manager.PostAsync("me/notifications/read", new { upTo = newest.Id("items.0.id") })).ShouldBe(200);
        var reminders = new
        {
            daysBefore = 3,
            onTheDay = true,
            weeklyWhileLate = true,
        };
        var portfolio = (await _manager.GetAsync("portfolios")).ShouldBe(200).Id("items.0.id");
        for (var time = 0; time < 2; time++)
            (await _manager.PutAsync($"portfolios/{portfolio}/reminders", reminders, "*")).ShouldBe(200);
        await using (var watch = api.Services.CreateAsyncScopeFor(Operator.Id))
            await watch
                .ServiceProvider.GetRequiredService<DeadlineWatch>()
                .LookAsync(portfolio, CancellationToken.None);
        (await _manager.DeleteAsync("me/calendar")).ShouldBe(204);
        var weekly = new { preferences = new[] { new { kind = "project.created", mail = "weekly" } } };
        for (var time = 0; time < 2; time++)
            (await _manager.PutAsync("me/notification-preferences", weekly, "*")).ShouldBe(200);
        await using var scope = api.Services.CreateAsyncScope();
        var token = scope.ServiceProvider.GetRequiredService<MailTokens>().Of(_manager.UserId);
        using var ended = await _manager.Http.PostAsync($"/mail/end?token={Uri.EscapeDataString(token)}", null);
        ((int)ended.StatusCode).Should().Be(200);
    }

    private async Task ChangeDirectoryAsync(Guid portfolio, Guid project)
    {
        var user = (
            await _administrator.PostAsync(
                "users",
                new
                {
                    email = "new@demo.pipeline",
                    name = "New",
                    password = "long enough a password",
                    administrator = true,
                }
            )
        ).ShouldBe(201);
        (
            await _administrator.PutAsync(
                $"users/{user.Id("id")}",
                new { name = "Newer", administrator = false },
                user.ETag
            )
        ).ShouldBe(200);

        var leaver = (
            await _administrator.PostAsync(
                "users",
                new
                {
                    email = "leaver@demo.pipeline",
                    name = "Leaver",
                    password = "long enough a password",
                }
            )
        ).ShouldBe(201).Id("id");
        (await _administrator.PutAsync($"portfolios/{portfolio}/members/{leaver}", new { role = "investor" })).ShouldBe(
            200
        );
        (await _administrator.PutAsync($"projects/{project}/members/{leaver}", null)).ShouldBe(200);
        (await _administrator.PostAsync($"users/{leaver}/anonymisation", new { })).ShouldBe(200);

        var identifier = new { scheme = "FR-RNA", id = "W751234567" };
        var organisation = (
            await _administrator.PostAsync(
                "organisations",
                new
                {
                    name = "Cooperative",
                    actorProfile = "association",
                    identifier,
                }
            )
        ).ShouldBe(201);
        (
            await _administrator.PutAsync(
                $"organisations/{organisation.Id("id")}",
                new
                {
                    name = "Cooperative",
                    actorProfile = "foundation",
                    identifier,
                },
                organisation.ETag
            )
        ).ShouldBe(200);
        var twice = await _administrator.PostAsync(
            "organisations",
            new { name = "Cooperative, again", actorProfile = "foundation" }
        );
        (
            await _administrator.PostAsync(
                $"organisations/{twice.ShouldBe(201).Id("id")}/merge",
                new { into = organisation.Id("id"), reason = "The same statutes" }
            )
        ).ShouldBe(200);

        var reference = (await _administrator.GetAsync("reference")).ShouldBe(200);
        (
            await _administrator.PutAsync(
                "reference/need-profile",
                new { items = reference["needProfile.items"]!.DeepClone() },
                "*"
            )
        ).ShouldBe(200);
        var label = new { en = "A label", fr = "Un libellé" };
        (
            await _administrator.PutAsync(
                "reference/ratio-references",
                new
                {
                    items = new[]
                    {
                        new
                        {
                            code = "own",
                            kind = "evaluation",
                            value = 0.1,
                            label,
                            citation = "Own figures",
                            denominator = label,
                        },
                    },
                },
                "*"
            )
        ).ShouldBe(200);

        var tokens = (
            await _administrator.PostAsync(
                "auth/login",
                new { email = "new@demo.pipeline", password = "long enough a password" }
            )
        ).ShouldBe(200);
        (await _administrator.PostAsync("auth/refresh", new { refreshToken = tokens.Text("refreshToken") })).ShouldBe(
            200
        );
        await SignInThroughProviderAsync(user.Id("id"));
        await EndSessionsAsync();
        await SetPasswordsAsync();
        (await _administrator.Http.GetAsync(new Uri("/health/ready", UriKind.Relative))).EnsureSuccessStatusCode();
    }

    // What the provider's callback and the code behind it ask for; the provider itself has tests of its own.
    private async Task SignInThroughProviderAsync(Guid user)
    {
        await using var scope = api.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<NamedCaller>().ActAs(Anonymous.Id);
        var found = await scope
            .ServiceProvider.GetRequiredService<ProviderAccounts>()
            .FindAsync(
                new("https://login.test/authorize", "42", "new@demo.pipeline", EmailVerified: true),
                CancellationToken.None
            );
        (
            await scope
                .ServiceProvider.GetRequiredService<SessionStore>()
                .OpenOnceAsync(
                    Guid.CreateVersion7(TimeProvider.System.GetUtcNow()),
                    user,
                    found.SecurityStamp,
                    null,
                    CancellationToken.None
                )
        )
            .Should()
            .NotBeNull();
        (await _administrator.DeleteAsync($"users/{user}/single-sign-on")).ShouldBe(204);
    }

    private async Task EndSessionsAsync()
    {
        // One that has been over for long is cleared away by the next sign-in, and an old one is noted to be in use.
        var investor = await api.SignInAsync("investor");
        await api.InDatabaseAsync(async db =>
        {
            foreach (var session in await db.Sessions.Where(s => s.UserId == investor.UserId).ToListAsync())
                session.LastUsedAt = session.LastUsedAt.AddDays(-1);
            return await db.SaveChangesAsync();
        });
        var open = (await investor.GetAsync("auth/sessions")).ShouldBe(200);
        (await investor.DeleteAsync($"auth/sessions/{open.Id("items.0.id")}")).ShouldBe(204);
        (await (await api.SignInAsync("investor")).PostAsync("auth/logout", new { })).ShouldBe(204);
    }

    private async Task SetPasswordsAsync()
    {
        var (email, first, second, third) = (
            "invited@demo.pipeline",
            "eleven rivers at dusk",
            "seven bridges at dawn",
            "nine lanterns at noon"
        );
        var user = (await _administrator.PostAsync("users", new { email, name = "Invited" })).ShouldBe(201);
        var invitation = (await _administrator.PostAsync($"users/{user.Id("id")}/invitation", new { }))
            .ShouldBe(200)
            .Text("url");
        (
            await _administrator.PostAsync(
                "auth/invitation",
                new { token = Postbox.TokenOf(invitation), password = first }
            )
        ).ShouldBe(204);
        var client = new Client(api.CreateClient());
        await client.SignInAsync(email, first);
        (await client.PutAsync("me", new { name = "Invited person" }, "*")).ShouldBe(200);
        (await client.PostAsync("auth/password", new { current = first, @new = second })).ShouldBe(204);
        api.Links.Empty();
        (await client.PostAsync("auth/password-reset", new { email })).ShouldBe(202);
        var reset = (await api.Links.NextAsync()).Url;
        (
            await client.PostAsync(
                "auth/password-reset/confirmation",
                new { token = Postbox.TokenOf(reset), password = third }
            )
        ).ShouldBe(204);
    }

    private async Task UseKeyAsync(Guid portfolio, Guid project)
    {
        var issued = (
            await _manager.PostAsync($"portfolios/{portfolio}/api-keys", new { name = "Excel", access = "write" })
        ).ShouldBe(201);
        var machine = new Client(api.CreateClient());
        machine.Http.DefaultRequestHeaders.Authorization = new("Bearer", issued.Text("key"));
        foreach (
            var path in new[]
            {
                "me",
                "projects",
                "portfolios",
                $"portfolios/{portfolio}/dashboard",
                $"portfolios/{portfolio}/report.xlsx",
                $"projects/{project}",
            }
        )
            (await machine.GetAsync(path)).ShouldBe(200);
        (await _manager.DeleteAsync($"portfolios/{portfolio}/api-keys/{issued.Id("id")}")).ShouldBe(204);
    }

    private async Task ChangePortfoliosAsync(Guid demo, Guid project)
    {
        var organisation = await OwnerOrganisationOf(project);
        var body = new JsonObject
        {
            ["code"] = "OTHER",
            ["name"] = "Other",
            ["organisationId"] = organisation,
            ["currency"] = "EUR",
        };
        // With a key, so that its first answer is looked for and kept.
        var other = (
            await _administrator.PostAsync(
                "portfolios",
                body,
                key: Guid.CreateVersion7(TimeProvider.System.GetUtcNow())
            )
        ).ShouldBe(201);
        var id = other.Id("id");
        body["name"] = "Another";
        (await _administrator.PutAsync($"portfolios/{id}", body, other.ETag)).ShouldBe(200);
        (
            await _administrator.PutAsync($"portfolios/{id}/members/{_manager.UserId}", new { role = "manager" })
        ).ShouldBe(200);
        (await _manager.PutAsync($"portfolios/{id}/holdings/{project}", new { kind = "coFunder" })).ShouldBe(200);
        (await _manager.GetAsync($"portfolios/{id}/dashboard")).ShouldBe(200);
        (await _manager.DeleteAsync($"portfolios/{id}/holdings/{project}")).ShouldBe(204);
        (await _manager.PutAsync($"portfolios/{id}/holdings/{project}", new { kind = "coFunder" })).ShouldBe(200);
        (
            await _manager.PostAsync(
                $"portfolios/{id}/holdings/{project}/end",
                new { endedOn = $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}", reason = "Another strategy" }
            )
        ).ShouldBe(200);
        (await _administrator.DeleteAsync($"portfolios/{id}/members/{_manager.UserId}")).ShouldBe(204);
        (await _manager.DeleteAsync($"projects/{project}/members/{_owner.UserId}")).ShouldBe(204);
        (await _manager.PutAsync($"projects/{project}/members/{_owner.UserId}", null)).ShouldBe(200);
        (await _manager.GetAsync($"portfolios/{demo}/members")).ShouldBe(200);

        var mistaken = new
        {
            code = "TWICE",
            name = "Entered twice",
            ownerOrganisationId = organisation,
            portfolioId = demo,
            startedOn = "2024-01-01",
        };
        var entered = (await _manager.PostAsync("projects", mistaken)).ShouldBe(201).Id("id");
        (await _manager.PostAsync($"projects/{entered}/void", new { reason = "Entered twice" })).ShouldBe(204);
    }

    private async Task MoveAsync(Guid portfolio)
    {
        // One report of the demonstration waits for its answer: it is withdrawn, reported again and declined.
        var waiting = (await _manager.GetAsync($"portfolios/{portfolio}/transitions?status=pending"))
            .ShouldBe(200)
            .Items()[0];
        var path = $"projects/{waiting["projectId"]}/transitions";
        (await _owner.PostAsync($"{path}/{waiting["id"]}/withdrawal", new { }, "*")).ShouldBe(200);
        var again = (
            await _owner.PostAsync(
                path,
                new
                {
                    trigger = waiting["trigger"],
                    effectiveOn = waiting["effectiveOn"],
                    narrative = "Again",
                },
                "*"
            )
        ).ShouldBe(201);
        var decisions = new[]
        {
            new
            {
                transitionId = again.Id("id"),
                decision = "decline",
                reason = "Too early",
            },
        };
        (await _manager.PostAsync($"portfolios/{portfolio}/decisions", new { decisions }))
            .ShouldBe(200)
            .Flag("items.0.done")
            .Should()
            .BeTrue();
    }

    private async Task ImportAsync(Guid portfolio)
    {
        var shared = new
        {
            name = "Ours",
            query = "",
            portfolioId = portfolio,
        };
        var view = $"views/{(await _manager.PostAsync("views", shared)).ShouldBe(201).Id("id")}";
        (await _manager.PutAsync(view, shared, "*")).ShouldBe(200);
        (await _manager.GetAsync("views")).ShouldBe(200);
        (await _manager.DeleteAsync(view)).ShouldBe(204);
        var mapping = $"portfolios/{portfolio}/import-mappings/own";
        var columns = new Dictionary<string, string> { ["Title"] = "title" };
        for (var time = 0; time < 2; time++)
            (await _manager.PutAsync(mapping, new { columns })).ShouldBe(200);
        (await _manager.GetAsync(mapping)).ShouldBe(200);
        (await _manager.GetAsync($"portfolios/{portfolio}/import-mappings")).ShouldBe(200);
        (
            await _manager.UploadAsync($"imports?portfolioId={portfolio}&mapping=none", "grants.csv", "x"u8.ToArray())
        ).ShouldBeProblem(422, "unknown_mapping");
        (await _manager.DeleteAsync(mapping)).ShouldBe(204);
        // Twice, with another amount: the second time there is something to compare with and to replace.
        foreach (var amount in new[] { 100, 200 })
        {
            var file = $"""
                Identifier,Title,Description,Currency,Amount Awarded,Award Date,Recipient Org:Identifier,Recipient Org:Name,Funding Org:Identifier,Funding Org:Name
                360G-own-1,A grant,For something,EUR,{amount},2024-01-31,FR-RNA-W751234567,Cooperative,FR-RNA-W759999999,Funder
                """;
            (
                await _manager.UploadAsync(
                    $"imports?portfolioId={portfolio}",
                    "grants.csv",
                    Encoding.UTF8.GetBytes(file)
                )
            ).ShouldBe(200);
        }
        var imports = (await _manager.GetAsync($"portfolios/{portfolio}/imports")).ShouldBe(200);
        var last = $"imports/{imports.Id("items.0.id")}";
        (await _manager.GetAsync(last)).ShouldBe(200);
        (await _manager.GetAsync($"{last}/rejected.csv")).ShouldBe(200);
        (
            await _manager.PostAsync($"imports/{imports.Id("items.1.id")}/reversal", new { reason = "Tried" })
        ).ShouldBeProblem(409, "import_built_upon");
        (await _manager.PostAsync($"{last}/reversal", new { reason = "Tried" })).ShouldBe(200);
        using var book = EditedWorkbook.Of(
            (await _manager.GetAsync($"portfolios/{portfolio}/report.xlsx")).ShouldBe(200).Bytes
        );
        book.Sheet("Projects").Cell(2, book.Column("Projects", "Project")).SetValue("Renamed in a workbook");
        book.Sheet("Plan").Cell(2, book.Column("Plan", "Planned")).SetValue(1);
        (await _manager.UploadAsync($"imports?portfolioId={portfolio}", "portfolio.xlsx", book.Bytes()))
            .ShouldBe(200)
            .Number("updated")
            .Should()
            .Be(2);
    }

    private async Task AskAtTheCommandLineAsync()
    {
        await using var scope = api.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IPipelineDb>();
        var portfolio = await PortfolioCode.FindAsync(db, "DEMO");
        await FluentActions.Awaiting(() => PortfolioCode.FindAsync(db, "NONE")).Should().ThrowAsync<CommandException>();
        var workbook = await db.Closings.SelectMany(c => c.Files).Select(f => f.Sha256).FirstAsync();
        await using var operated = api.Services.CreateAsyncScopeFor(Operator.Id);
        var mediator = operated.ServiceProvider.GetRequiredService<IMediator>();
        (await mediator.Send(new Application.Closings.VerifyReport(workbook)))!.Valid.Should().BeTrue();
        // Pages name what entries of the audit are about; nothing is called so, hence everything is asked.
        (await mediator.Send(new Application.Audit.NameIds([Guid.AllBitsSet])))
            .Should()
            .BeEmpty();
        (await mediator.Send(new Application.Ledgers.ListLeftProjects(portfolio)))
            .Items.Should()
            .NotContain(left => left.Reason.Length == 0);
    }
}
