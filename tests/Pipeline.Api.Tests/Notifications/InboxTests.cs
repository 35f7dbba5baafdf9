using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Common;
using Pipeline.Application.Notifications;

namespace Pipeline.Api.Tests.Notifications;

/// <summary>Who is told of what, and still sees it.</summary>
[UseCases(typeof(ListNotifications), typeof(CountUnreadNotifications), typeof(ReadNotifications))]
public sealed class InboxTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private const string Path = "me/notifications";

    [Fact]
    public async Task Whoever_sees_a_project_is_told_of_it_in_their_language_and_whoever_did_it_has_read_it()
    {
        var fund = await Fund.OpenAsync(api);
        var (manager, investor) = (await fund.MemberAsync("manager"), await fund.MemberAsync("investor"));
        var stranger = await (await Fund.OpenAsync(api)).MemberAsync("manager");
        var project = await fund.ProjectAsync(by: manager);
        await project.EvaluateAsync("conception", "performance", "narrated", "2015-06-01");

        var told = await ToldAsync(investor, "project.created", "evaluation.recorded");
        Kinds(told).Should().Equal("evaluation.recorded", "project.created");
        var created = told.Items()[1];
        created["text"]!.GetValue<string>().Should().Be("A project was created");
        created["project"]!["code"]!.GetValue<string>().Should().Be(project.Code);
        created["portfolio"].Should().BeNull();
        created["link"]!.GetValue<string>().Should().Be($"/projects/{project.Id}");
        created["by"]!["id"]!.GetValue<Guid>().Should().Be(manager.UserId);
        created["read"]!.GetValue<bool>().Should().BeFalse();
        (await investor.GetAsync(Path, "fr")).Text("items.1.text").Should().Be("Un projet a été créé");

        var own = await ToldAsync(manager, "project.created", "evaluation.recorded");
        own.Items().Single(n => n["kind"]!.GetValue<string>() == "project.created")["read"]!
            .GetValue<bool>()
            .Should()
            .BeTrue();
        (await stranger.GetAsync(Path)).ShouldBe(200).Json!.ToJsonString().Should().NotContain($"{project.Id}");
    }

    [Fact]
    public async Task Reading_up_to_one_leaves_what_came_after_it()
    {
        var fund = await Fund.OpenAsync(api);
        var investor = await fund.MemberAsync("investor");
        var project = await fund.ProjectAsync();
        await ToldAsync(investor, "project.created");
        await project.EvaluateAsync("conception", "performance", "narrated", "2015-06-01");
        var all = await ToldAsync(investor, "project.created", "evaluation.recorded");
        (await CountAsync(investor)).Should().Be(2);

        var first = (await investor.GetAsync($"{Path}?limit=1")).ShouldBe(200);
        Kinds(first).Should().Equal("evaluation.recorded");
        var rest = (await investor.GetAsync($"{Path}?limit=1&after={first.Number("next")}")).ShouldBe(200);
        Kinds(rest).Should().Equal("project.created");
        rest["next"].Should().BeNull();

        var read = (await investor.PostAsync($"{Path}/read", new { upTo = all.Id("items.1.id") })).ShouldBe(200);
        read.Number("unread").Should().Be(1);
        Kinds((await investor.GetAsync($"{Path}?unread=true")).ShouldBe(200)).Should().Equal("evaluation.recorded");
        (await CountAsync(investor)).Should().Be(1);
        (await investor.PostAsync($"{Path}/read", new { upTo = all.Id("items.0.id") })).ShouldBe(200);
        (await CountAsync(investor)).Should().Be(0);
        (await investor.GetAsync(Path)).Items().Should().HaveCount(2, "what was read is still there");
    }

    [Fact]
    public async Task Another_persons_notification_is_not_there_and_marks_nothing()
    {
        var fund = await Fund.OpenAsync(api);
        var (investor, other) = (await fund.MemberAsync("investor"), await fund.MemberAsync("investor"));
        await fund.ProjectAsync();
        await ToldAsync(other, "project.created");
        var mine = await ToldAsync(investor, "project.created");
        (await other.PostAsync($"{Path}/read", new { upTo = mine.Id("items.0.id") })).ShouldBeProblem(404, "not_found");
        (await other.PostAsync($"{Path}/read", new { upTo = "newest" })).Status.Should().BeOneOf(400, 422);
        (await other.PostAsync($"{Path}/read", new { })).ShouldBeProblem(422, "required");
        (await CountAsync(other)).Should().Be(1);
        (await other.GetAsync($"{Path}?after=newest")).ShouldBeProblem(422, "invalid_number");
    }

    [Fact]
    public async Task Whoever_has_lost_their_role_sees_nothing_of_it_any_more()
    {
        var fund = await Fund.OpenAsync(api);
        var investor = await fund.MemberAsync("investor");
        var project = await fund.ProjectAsync();
        var owner = await project.OwnerAsync();
        await project.EvaluateAsync("conception", "performance", "narrated", "2015-06-01");
        var told = await ToldAsync(investor, "project.created", "evaluation.recorded");
        await ToldAsync(owner, "evaluation.recorded");

        (await api.Administrator.DeleteAsync($"portfolios/{fund.Id}/members/{investor.UserId}")).ShouldBe(204);
        (await investor.GetAsync(Path)).ShouldBe(200).Items().Should().BeEmpty();
        (await CountAsync(investor)).Should().Be(0);
        (await investor.PostAsync($"{Path}/read", new { upTo = told.Id("items.0.id") })).ShouldBe(404);
        (await api.Administrator.DeleteAsync($"projects/{project.Id}/members/{owner.UserId}")).ShouldBe(204);
        (await owner.GetAsync(Path)).ShouldBe(200).Items().Should().BeEmpty();

        // With the role it is there again.
        (
            await api.Administrator.PutAsync(
                $"portfolios/{fund.Id}/members/{investor.UserId}",
                new { role = "finance" }
            )
        ).ShouldBe(200);
        (await CountAsync(investor)).Should().Be(2);
    }

    [Fact]
    public async Task Ledger_lines_are_told_to_whom_they_are_shown_and_rights_to_managers()
    {
        var (lead, other) = (await Fund.OpenAsync(api), await Fund.OpenAsync(api));
        var (manager, finance, investor) = (
            await lead.MemberAsync("manager"),
            await lead.MemberAsync("finance"),
            await lead.MemberAsync("investor")
        );
        var partner = await other.MemberAsync("investor");
        var project = await lead.ProjectAsync();
        (
            await api.Administrator.PutAsync($"portfolios/{other.Id}/holdings/{project.Id}", new { kind = "coFunder" })
        ).ShouldBe(200);
        (
            await project.TryCommitAsync(
                100,
                more: new { portfolioId = other.Id, funderOrganisationId = other.OrganisationId }
            )
        ).ShouldBe(201);
        await project.EvaluateAsync("conception", "performance", "narrated", "2015-06-01");

        await ToldAsync(partner, "commitment.agreed", "evaluation.recorded");
        await ToldAsync(finance, "commitment.agreed", "evaluation.recorded");
        await ToldAsync(manager, "commitment.agreed", "evaluation.recorded", "member.added");
        // Later than the commitment, and there: the commitment will not come.
        var seen = await ToldAsync(investor, "evaluation.recorded");
        Kinds(seen).Should().NotContain("commitment.agreed").And.NotContain("member.added");
    }

    [Fact]
    public async Task What_was_entered_by_mistake_is_gone_but_for_managers_who_are_told_so()
    {
        var fund = await Fund.OpenAsync(api);
        var (manager, investor) = (await fund.MemberAsync("manager"), await fund.MemberAsync("investor"));
        var project = await fund.ProjectAsync();
        await ToldAsync(investor, "project.created");
        (await api.Administrator.PostAsync($"{project.Path}/void", new { reason = "Entered twice" })).ShouldBe(204);
        await ToldAsync(manager, "project.voided");
        (await investor.GetAsync(Path)).ShouldBe(200).Items().Should().BeEmpty();
    }

    [Fact]
    public async Task An_event_that_is_delivered_again_is_told_once()
    {
        var fund = await Fund.OpenAsync(api);
        var investor = await fund.MemberAsync("investor");
        var project = await fund.ProjectAsync();
        await ToldAsync(investor, "project.created");
        var published = (
            await api.InDatabaseAsync(db => db.Outbox.AsNoTracking().SingleAsync(m => m.ProjectId == project.Id))
        ).Published;
        await using (var scope = api.Services.CreateAsyncScopeFor(Anonymous.Id))
        {
            foreach (var consumer in scope.ServiceProvider.GetServices<IEventConsumer>())
                if (consumer.Handles(published.Type))
                    await consumer.HandleAsync(published, CancellationToken.None);
            await scope.ServiceProvider.GetRequiredService<IPipelineDb>().SaveChangesAsync(CancellationToken.None);
        }
        (await CountAsync(investor)).Should().Be(1);
    }

    private static async Task<int> CountAsync(Client person) =>
        (int)(await person.GetAsync($"{Path}/count")).ShouldBe(200).Number("unread");

    private static IEnumerable<string> Kinds(Reply told) => told.Items().Select(n => n["kind"]!.GetValue<string>());

    private static Task<Reply> ToldAsync(Client person, params string[] kinds) =>
        Eventually.Async(() => person.GetAsync(Path), r => kinds.All(kind => Kinds(r.ShouldBe(200)).Contains(kind)));
}
