using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Persistence.Outbox;

namespace Pipeline.Api.Tests.Outgoing;

/// <summary>Events are written with what they tell of, by every use case that raises one, and delivered.</summary>
public sealed class OutboxTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Every_use_case_raises_its_events_in_their_order()
    {
        var fund = await Fund.OpenAsync(api, reviewRequired: true);
        var manager = await fund.MemberAsync("manager");
        var project = await fund.ProjectAsync();
        var owner = await project.OwnerAsync();
        var withdrawn = (await project.ReportAsync("stop", "2016-01-01", "The end", by: owner)).ShouldBe(201).Id("id");
        (await owner.PostAsync($"{project.Path}/transitions/{withdrawn}/withdrawal", new { }, "*")).ShouldBe(200);
        var declined = (await project.ReportAsync("stop", "2016-01-01", "The end", by: owner)).ShouldBe(201).Id("id");
        (await project.DecideAsync(manager, declined, "decline", "Not now")).ShouldBe(200);
        var approved = (await project.ReportAsync("stop", "2016-01-01", "The end", by: owner)).ShouldBe(201).Id("id");
        (await project.DecideAsync(manager, approved, "approve")).ShouldBe(200);
        var commitment = await project.CommitAsync(100);
        var delivery = (await project.DeliverAsync(commitment, 40)).ShouldBe(201).Id("id");
        (await project.ReverseAsync(commitment, delivery)).ShouldBe(201);
        (
            await api.Administrator.PostAsync(
                $"{project.Path}/commitments/{commitment}/cancellation",
                new { reason = "Over", cancelledOn = "2016-01-01" }
            )
        )
            .Status.Should()
            .BeOneOf(200, 201);
        await project.EvaluateAsync("conception", "performance", "narrated", "2016-01-01");

        var events = await OfAsync(m => m.ProjectId == project.Id);
        events
            .Select(e => e.Type)
            .Should()
            .Equal(
                "project.created",
                "member.added",
                "transition.reported",
                "transition.withdrawn",
                "transition.reported",
                "transition.decided",
                "transition.reported",
                "transition.decided",
                "transition.effective",
                "commitment.agreed",
                "delivery.recorded",
                "delivery.reversed",
                "commitment.cancelled",
                "evaluation.recorded"
            );
        events.Should().OnlyContain(e => e.PortfolioId == fund.Id && e.RecordedAt >= e.OccurredAt);
        events[5].Payload.Should().Be($$"""{"transitionId":"{{declined}}","outcome":"declined"}""");
        events[10].Payload.Should().Be($$"""{"commitmentId":"{{commitment}}","deliveryId":"{{delivery}}"}""");
        (await OfAsync(m => m.PortfolioId == fund.Id && m.ProjectId == null))
            .Select(e => e.Type)
            .Should()
            .Equal("member.added");
    }

    [Fact]
    public async Task What_is_written_is_delivered_once_and_kept()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        await project.CommitAsync(10);
        var deadline = TimeProvider.System.GetUtcNow() + Patience;
        List<OutboxMessage> events;
        do events = await OfAsync(m => m.ProjectId == project.Id);
        while (events.Any(e => e.Status != OutboxStatus.Delivered) && TimeProvider.System.GetUtcNow() < deadline);
        events.Should().HaveCount(2).And.OnlyContain(e => e.Status == OutboxStatus.Delivered && e.Attempts == 1);
    }

    [Fact]
    public async Task Whoever_becomes_an_owner_is_told_of_once()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        var owner = await project.OwnerAsync();
        (await api.Administrator.PutAsync($"{project.Path}/members/{owner.UserId}", new { role = "owner" })).ShouldBe(
            200
        );
        var added = (await OfAsync(m => m.ProjectId == project.Id)).Single(e => e.Type == "member.added");
        added.PortfolioId.Should().Be(fund.Id);
        added.Payload.Should().Be($$"""{"userId":"{{owner.UserId}}","role":"owner"}""");
    }

    [Fact]
    public async Task What_is_refused_raises_nothing()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        var commitment = await project.CommitAsync(10);
        (await project.DeliverAsync(commitment, 11)).ShouldBeProblem(409, "delivery_exceeds_commitment");
        // Under a key the request is one transaction, which is rolled back whole.
        (
            await api.Administrator.PostAsync(
                $"{project.Path}/commitments/{commitment}/deliveries",
                new { amount = new { amount = 11, currency = "EUR" }, deliveredOn = "2015-03-01" },
                key: Guid.CreateVersion7(api.Clock.GetUtcNow())
            )
        ).ShouldBeProblem(409, "delivery_exceeds_commitment");
        (await OfAsync(m => m.ProjectId == project.Id))
            .Select(e => e.Type)
            .Should()
            .Equal("project.created", "commitment.agreed");
    }

    [Fact]
    public async Task What_rolls_back_after_it_was_saved_leaves_no_event()
    {
        var before = await CountAsync();
        await api.InDatabaseAsync(async db =>
        {
            var act = () =>
                db.InTransactionAsync<int>(
                    async () =>
                    {
                        db.Raise(new Application.Imports.ImportFinished(api.Clock.GetUtcNow(), Guid.Empty, "none"));
                        await db.SaveChangesAsync();
                        throw new InvalidTimeZoneException("Rolled back");
                    },
                    CancellationToken.None
                );
            await act.Should().ThrowAsync<InvalidTimeZoneException>();
            return 0;
        });
        (await CountAsync()).Should().Be(before);

        Task<int> CountAsync() => api.InDatabaseAsync(db => db.Outbox.CountAsync(m => m.Type == "import.finished"));
    }

    [Fact]
    public async Task No_secret_and_no_address_stays_in_the_outbox()
    {
        api.Links.Empty();
        var email = $"{api.NewCode("invited")}@test.pipeline";
        var url = (await api.Administrator.PostAsync("users", new { email, name = "Invited" }))
            .ShouldBe(201)
            .Text("invitation.url");
        (await api.Links.NextAsync()).Url.Should().Be(url);
        (await api.Anonymous().PostAsync("auth/password-reset", new { email })).ShouldBe(202);
        (await api.Links.NextAsync()).Email.Should().Be(email);
        var deadline = TimeProvider.System.GetUtcNow() + Patience;
        List<OutboxMessage> left;
        do left = await OfAsync(m => m.IsPersonal);
        while (left.Count > 0 && TimeProvider.System.GetUtcNow() < deadline);
        left.Should().BeEmpty();
    }

    [Fact]
    public async Task A_reset_that_an_earlier_release_took_is_mailed_at_its_second_attempt_too()
    {
        var person = await api.NewUserAsync("Somebody");
        var email = (await api.Administrator.GetAsync($"users/{person.UserId}")).ShouldBe(200).Text("email");
        var asked = api.Clock.GetUtcNow();
        (await OfferAsync(null, asked)).Should().NotBeNull();
        (await OfferAsync(null, asked)).Should().NotBeNull("the first attempt may have failed");
        (await OfferAsync(null, api.Clock.GetUtcNow())).Should().BeNull("another one was asked for a moment ago");
        (await OfferAsync("another", asked)).Should().BeNull();

        async Task<LinkMessage?> OfferAsync(string? token, DateTimeOffset at)
        {
            await using var scope = api.Services.CreateAsyncScopeFor(Anonymous.Id);
            return await scope
                .ServiceProvider.GetRequiredService<IAccounts>()
                .OfferResetAsync(email, Language.En, token, at, CancellationToken.None);
        }
    }

    private Task<List<OutboxMessage>> OfAsync(System.Linq.Expressions.Expression<Func<OutboxMessage, bool>> which) =>
        api.InDatabaseAsync(db => db.Outbox.AsNoTracking().Where(which).OrderBy(m => m.Sequence).ToListAsync());
}
