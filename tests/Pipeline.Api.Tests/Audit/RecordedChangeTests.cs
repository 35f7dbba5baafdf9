using System.Text.Json.Nodes;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Access;
using Pipeline.Application.Evaluations;
using Pipeline.Application.Organisations;
using Pipeline.Application.Portfolios;
using Pipeline.Application.Projects;
using Pipeline.Application.Reference;

namespace Pipeline.Api.Tests.Audit;

/// <summary>Each kind of change leaves an entry that says who, when, of what, from what to what.</summary>
[UseCases(
    typeof(UpdateUser),
    typeof(UpdateProject),
    typeof(SetTerritories),
    typeof(SetStakeholders),
    typeof(SetOwner),
    typeof(RemoveOwner),
    typeof(RecordEvaluation),
    typeof(CreateOrganisation),
    typeof(UpdateOrganisation),
    typeof(CreatePortfolio),
    typeof(UpdateNeedProfile)
)]
public sealed class RecordedChangeTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task A_project_is_told_whole_when_it_is_made_and_by_what_differs_when_it_is_changed()
    {
        var fund = await Fund.OpenAsync(api);
        var manager = await fund.MemberAsync("manager");
        var before = api.Clock.GetUtcNow();
        var project = await fund.ProjectAsync(tags: new { sdgs = new[] { 8 } }, by: manager);

        var made = await api.NewestOfAsync(project.Id);
        (made.Text("kind"), made.Text("action"), made["projectId"]!.GetValue<Guid>())
            .Should()
            .Be(("project", "created", project.Id));
        (made["recordedBy"]!["id"]!.GetValue<Guid>(), made["recordedBy"]!.Text("name"))
            .Should()
            .Be((manager.UserId, "The manager"));
        made["recordedAt"]!
            .GetValue<DateTimeOffset>()
            .Should()
            .BeOnOrAfter(before)
            .And.BeOnOrBefore(api.Clock.GetUtcNow());
        made.Text("recordedAt").Should().EndWith("Z");
        (made.Change("code"), made.Change("phase"), made.Change("startedOn"))
            .Should()
            .Be(((null, $"\"{project.Code}\""), (null, "\"conception\""), (null, "\"2015-01-01\"")));
        (made.Change("sdgs"), made.Change("holdings"))
            .Should()
            .Be(((null, "[\"8\"]"), (null, $"[{{\"kind\":\"lead\",\"portfolioId\":\"{fund.Id}\"}}]")));

        await project.DescribeAsync(by: manager);
        var changed = await api.NewestOfAsync(project.Id);
        changed.Text("action").Should().Be("changed");
        changed
            .Fields()
            .Should()
            .BeEquivalentTo(
                ["need.problem", "need.beneficiaries", "solutionHypotheses"],
                "nothing else of the description differed"
            );
        changed.Change("need.problem").Should().Be((null, "\"No way to work without a car\""));

        await project.DescribeAsync(modelled: true, by: manager);
        (await api.NewestOfAsync(project.Id))
            .Change("socioEconomicModel")
            .Should()
            .Be(("\"researchAndDevelopment\"", "\"operator\""));
    }

    [Fact]
    public async Task Lists_are_told_whole_before_and_after()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        await project.TerritoriesAsync("Nanterre");
        await project.TerritoriesAsync("Nanterre", "Lille");
        var changed = await api.NewestOfAsync(project.Id);
        changed.Fields().Should().Equal("territories");
        Names(changed, "from").Should().Equal("Nanterre");
        Names(changed, "to").Should().Equal("Nanterre", "Lille");

        var count = (await api.AuditAsync()).Count(e => e.Text("entityId") == $"{project.Id}");
        await project.TerritoriesAsync("Nanterre", "Lille");
        (await api.AuditAsync())
            .Count(e => e.Text("entityId") == $"{project.Id}")
            .Should()
            .Be(count, "the same list again is no change");

        var owner = await project.OwnerAsync();
        (await api.NewestOfAsync(project.Id)).Change("owners").Should().Be((null, $"[\"{owner.UserId}\"]"));
        var member = $"{project.Path}/members/{owner.UserId}";
        (await api.Administrator.PutAsync(member, new { role = "owner" }))
            .ShouldBe(200)
            .Text("role")
            .Should()
            .Be("owner");
        (await api.Administrator.PutAsync(member, new { role = "manager" })).ShouldBlame("role", "invalid_form");
        (await api.Administrator.DeleteAsync(member)).ShouldBe(204);
        (await api.NewestOfAsync(project.Id)).Change("owners").Should().Be(($"[\"{owner.UserId}\"]", null));
    }

    [Fact]
    public async Task A_stakeholder_is_told_without_the_name_of_whoever_it_is()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        async Task<JsonNode> SetAsync(string name, int level)
        {
            (
                await api.Administrator.PutAsync(
                    $"{project.Path}/stakeholders",
                    new[]
                    {
                        new
                        {
                            kind = "beneficiary",
                            name,
                            level,
                        },
                    },
                    await project.ETagAsync()
                )
            ).ShouldBe(200);
            return await api.NewestOfAsync(project.Id);
        }
        (await SetAsync("Ms Petit", 1))
            .Change("stakeholders")
            .Should()
            .Be((null, "[{\"kind\":\"beneficiary\",\"level\":1}]"));
        (await SetAsync("Mr Grand", 1))
            .Change("stakeholders")
            .Should()
            .Be((null, null), "a name is withheld, that it changed is not");
        (await api.AuditAsync())
            .Should()
            .NotContain(e => e.ToJsonString(null).Contains("Petit") || e.ToJsonString(null).Contains("Grand"));
    }

    [Fact]
    public async Task Ledgers_plans_and_evaluations_are_told_and_belong_to_their_project()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        (await project.PlanAsync(("conception", "funding", 500.5m))).ShouldBe(200);
        var plan = (await api.AuditAsync())[0];
        (plan.Text("kind"), plan.Text("action")).Should().Be(("plan", "created"));
        plan.Change("lines").To.Should().Be("[{\"phase\":\"conception\",\"lever\":\"funding\",\"amount\":500.5}]");

        var commitment = await project.CommitAsync(1_000);
        (await api.NewestOfAsync(commitment)).Change("amount").Should().Be((null, "1000"));
        var delivery = (await project.DeliverAsync(commitment, 400)).ShouldBe(201).Id("id");
        (await api.NewestOfAsync(delivery)).Change("commitmentId").Should().Be((null, $"\"{commitment}\""));
        var reversal = (await project.ReverseAsync(commitment, delivery)).ShouldBe(201).Id("id");
        (await api.NewestOfAsync(reversal)).Change("amount").Should().Be((null, "-400"));
        (
            await api.Administrator.PostAsync(
                $"{project.Path}/commitments/{commitment}/cancellation",
                new { reason = "The funder left", cancelledOn = "2016-01-01" }
            )
        )
            .Status.Should()
            .BeOneOf(200, 201);
        var cancelled = await api.NewestOfAsync(commitment);
        (cancelled.Text("action"), cancelled.Change("cancellation.reason"))
            .Should()
            .Be(("changed", (null, "\"The funder left\"")));
        await project.EvaluateAsync("conception", "relevance", "narrated", "2015-06-01");
        var evaluation = (await api.AuditAsync())[0];
        (evaluation.Change("verdict"), evaluation.Change("evaluator"))
            .Should()
            .Be(((null, "\"favourable\""), (null, null)));

        (await api.Administrator.GetAsync($"{project.Path}/history"))
            .ShouldBe(200)
            .Items()
            .Select(e => e.Text("kind"))
            .Should()
            .Equal("evaluation", "commitment", "delivery", "delivery", "commitment", "plan", "project");
    }

    [Fact]
    public async Task A_move_is_told_as_report_decision_effect_and_as_the_project_that_it_moved()
    {
        var fund = await Fund.OpenAsync(api, reviewRequired: true);
        var project = await fund.ProjectAsync();
        await project.MeetFirstGateAsync();
        var owner = await project.OwnerAsync();
        var manager = await fund.MemberAsync("manager");
        var report = (await project.ReportAsync("advance", "2016-01-01", by: owner)).ShouldBe(201).Id("id");
        var reported = await api.NewestOfAsync(report);
        (reported.Text("action"), reported.Change("trigger"), reported["recordedBy"]!["id"]!.GetValue<Guid>())
            .Should()
            .Be(("created", (null, "\"advance\""), owner.UserId));

        (await project.DecideAsync(manager, report, "approve")).ShouldBe(200);
        var decided = await api.NewestOfAsync(report);
        (decided.Text("action"), decided.Change("decision.outcome"), decided.Change("effect.sequence"))
            .Should()
            .Be(("changed", (null, "\"effective\""), (null, "1")));
        var moved = await api.NewestOfAsync(project.Id);
        (moved.Change("phase"), moved.Change("phaseSince"))
            .Should()
            .Be((("\"conception\"", "\"experimentation\""), ("\"2015-01-01\"", "\"2016-01-01\"")));
        (moved["recordedBy"]!["id"]!.GetValue<Guid>(), moved.Text("requestId"))
            .Should()
            .Be((manager.UserId, decided.Text("requestId")), "one request did both");
    }

    [Fact]
    public async Task The_directory_portfolios_and_reference_data_are_told()
    {
        var fund = await Fund.OpenAsync(api);
        (await api.NewestOfAsync(fund.Id)).Change("policy.capacityBuildingTarget").Should().Be((null, "0.22"));
        var organisation = (await api.Administrator.GetAsync($"organisations/{fund.OrganisationId}")).ShouldBe(200);
        (
            await api.Administrator.PutAsync(
                $"organisations/{fund.OrganisationId}",
                new { name = "Another name", actorProfile = "foundation" },
                organisation.ETag
            )
        ).ShouldBe(200);
        var renamed = await api.NewestOfAsync(fund.OrganisationId);
        (renamed.Text("kind"), renamed["projectId"], renamed.Change("name"), renamed.Change("actorProfile"))
            .Should()
            .Be(
                (
                    "organisation",
                    null,
                    ($"\"Fund {fund.Code}\"", "\"Another name\""),
                    ("\"investor\"", "\"foundation\"")
                )
            );

        var portfolio = (await api.Administrator.GetAsync($"portfolios/{fund.Id}")).ShouldBe(200);
        var policy = new
        {
            reviewRequired = true,
            capacityBuildingTarget = 0.25,
            evaluationCeiling = 0.10,
            severities = new { },
        };
        (
            await api.Administrator.PutAsync(
                $"portfolios/{fund.Id}",
                new
                {
                    code = fund.Code,
                    name = $"Fund {fund.Code}",
                    organisationId = fund.OrganisationId,
                    currency = "EUR",
                    policy,
                },
                portfolio.ETag
            )
        ).ShouldBe(200);
        var ruled = await api.NewestOfAsync(fund.Id);
        ruled.Fields().Should().BeEquivalentTo("policy.capacityBuildingTarget", "policy.reviewRequired");
        (ruled.Change("policy.capacityBuildingTarget"), ruled.Change("policy.reviewRequired"))
            .Should()
            .Be((("0.22", "0.25"), ("false", "true")));
        var member = await fund.MemberAsync("finance");
        (await api.NewestOfAsync(fund.Id))
            .Change("members")
            .Should()
            .Be((null, $"[{{\"userId\":\"{member.UserId}\",\"role\":\"finance\"}}]"));

        var reference = (await api.Administrator.GetAsync("reference")).ShouldBe(200);
        (
            await api.Administrator.PutAsync(
                "reference/need-profile",
                new { items = reference["needProfile.items"]!.DeepClone() },
                "*"
            )
        ).ShouldBe(200);
        var needs = await api.NewestOfAsync("needProfile");
        (needs.Text("kind"), needs["changes"]![0]!["to"]!.AsArray().Count).Should().Be(("referenceData", 20));
    }

    [Fact]
    public async Task A_user_is_told_without_anything_that_names_them_or_lets_them_in()
    {
        var name = $"Somebody {api.NewCode("named")}";
        var user = (
            await api.Administrator.PostAsync(
                "users",
                new
                {
                    email = "somebody@private.example",
                    name,
                    password = PipelineApi.Password,
                }
            )
        ).ShouldBe(201);
        var made = await api.NewestOfAsync(user.Id("id"));
        made.Fields().Should().BeEquivalentTo("email", "name", "password", "administrator");
        new[] { "email", "name", "password" }
            .Select(made.Change)
            .Should()
            .OnlyContain(c => c.From == null && c.To == null);
        (
            await api.Administrator.PutAsync(
                $"users/{user.Id("id")}",
                new { name = $"{name} now", administrator = true },
                user.ETag
            )
        ).ShouldBe(200);
        var changed = await api.NewestOfAsync(user.Id("id"));
        (changed.Change("name"), changed.Change("administrator")).Should().Be(((null, null), ("false", "true")));
        (
            await api.InDatabaseAsync(db =>
                Task.FromResult(
                    db.AuditEntries.Count(e => e.Changes.Contains("private.example") || e.Changes.Contains(name))
                )
            )
        )
            .Should()
            .Be(0);
    }

    [Fact]
    public async Task Signing_in_and_out_is_told_and_failing_at_it_or_going_on_is_not()
    {
        var user = await api.NewUserAsync("In and out");
        var opened = (await api.AuditAsync(1))[0];
        (opened.Text("kind"), opened.Text("action")).Should().Be(("session", "created"));
        (
            await api.Anonymous()
                .PostAsync("auth/login", new { email = PipelineApi.AdministratorEmail, password = "wrong" })
        ).ShouldBe(401);
        api.Clock.Advance(TimeSpan.FromMinutes(10));
        (await user.GetAsync("me")).ShouldBe(200);
        (await user.PostAsync("auth/logout", new { })).ShouldBe(204);
        var ended = (await api.AuditAsync(1))[0];
        ended["sequence"]!.GetValue<long>().Should().Be(opened["sequence"]!.GetValue<long>() + 1);
        (ended.Text("kind"), ended.Text("entityId"), ended.Text("action"))
            .Should()
            .Be(("session", opened.Text("entityId"), "changed"));
        ended.Fields().Should().Equal("endedAt");
    }

    [Fact]
    public async Task Keys_and_links_are_told_without_what_opens_a_door()
    {
        var fund = await Fund.OpenAsync(api);
        var manager = await fund.MemberAsync("manager");
        var key = (
            await manager.PostAsync($"portfolios/{fund.Id}/api-keys", new { name = "Power Query", access = "read" })
        ).ShouldBe(201);
        var issued = await api.NewestOfAsync(key.Id("id"));
        (
            issued.Text("kind"),
            issued.Text("action"),
            issued.Change("name"),
            issued["recordedBy"]!["id"]!.GetValue<Guid>()
        )
            .Should()
            .Be(("apiKey", "created", (null, "\"Power Query\""), manager.UserId));
        issued.Fields().Should().BeEquivalentTo("portfolioId", "name", "access", "expiresAt");
        (await manager.DeleteAsync($"portfolios/{fund.Id}/api-keys/{key.Id("id")}")).ShouldBe(204);
        (await api.NewestOfAsync(key.Id("id"))).Fields().Should().Equal("revokedAt");

        var invited = (
            await api.Administrator.PostAsync(
                "users",
                new { email = $"{api.NewCode("invited")}@private.example", name = "Invited" }
            )
        ).ShouldBe(201);
        var link = (await api.AuditAsync(5)).First(e => e.Text("kind") == "passwordLink");
        (link.Text("action"), link.Change("userId"), link.Change("purpose"))
            .Should()
            .Be(("created", (null, $"\"{invited.Id("id")}\""), (null, "\"invitation\"")));
        link.Fields().Should().BeEquivalentTo("userId", "purpose", "expiresAt");
        (
            await api.Anonymous()
                .PostAsync(
                    "auth/invitation",
                    new { token = Postbox.TokenOf(invited.Text("invitation.url")), password = PipelineApi.Password }
                )
        ).ShouldBe(204);
        var used = (await api.AuditAsync(10)).First(e => e.Text("entityId") == link.Text("entityId"));
        (used.Text("action"), used["recordedBy"]!.Text("name")).Should().Be(("changed", "Not signed in"));
        (await api.NewestOfAsync(invited.Id("id"))).Fields().Should().Equal("password");
    }

    private static IEnumerable<string> Names(JsonNode entry, string side) =>
        entry["changes"]![0]![side]!.AsArray().Select(t => t!["name"]!.GetValue<string>());
}
