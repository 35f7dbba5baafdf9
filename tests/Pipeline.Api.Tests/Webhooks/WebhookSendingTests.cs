using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Webhooks;
using Pipeline.Domain.Webhooks;

namespace Pipeline.Api.Tests.Webhooks;

/// <summary>What is sent, and what becomes of it on good days and bad ones; to a real receiver.</summary>
[UseCases(
    typeof(TestWebhook),
    typeof(ListWebhookDeliveries),
    typeof(RetryWebhookDelivery),
    typeof(ChangeWebhookSecret)
)]
public sealed class WebhookSendingTests(WebhookApi api) : IClassFixture<WebhookApi>, IAsyncLifetime
{
    private const string Inside = "inside.planted";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // As documented: after 1 min, 5 min, 30 min, 2 h, 12 h and 24 h.
    private static readonly int[] PausesInMinutes = [1, 5, 30, 120, 720, 1440];

    private Receiver _receiver = null!;
    private Fund _fund = null!;

    public async Task InitializeAsync() =>
        (_receiver, _fund) = (await Receiver.StartAsync(), await Fund.OpenAsync(api));

    public async Task DisposeAsync() => await _receiver.DisposeAsync();

    [Fact]
    public async Task Events_arrive_signed_in_their_order_with_ids_and_states_alone()
    {
        var (webhook, secret) = await RegisterAsync("project.created", "commitment.agreed", "delivery.recorded");
        var project = await _fund.ProjectAsync();
        var commitment = await project.CommitAsync(1234);
        var delivery = (await project.DeliverAsync(commitment, 567)).ShouldBe(201).Id("id");
        await project.EvaluateAsync("conception", "performance", "narrated", "2016-01-01");

        var received = await _receiver.WaitAsync(3);
        received
            .Select(r => r.Json["type"]!.GetValue<string>())
            .Should()
            .Equal("project.created", "commitment.agreed", "delivery.recorded");
        received.Should().OnlyContain(r => r.SignedWith(secret).Single());
        received.Select(r => r.Id).Should().OnlyHaveUniqueItems();
        received.Should().OnlyContain(r => (api.Clock.GetUtcNow() - r.SentAt).Duration() < Patience);
        var last = received[2].Json;
        last.AsObject().Select(p => p.Key).Should().Equal("type", "timestamp", "data");
        last["timestamp"]!.GetValue<string>().Should().MatchRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$");
        JsonNode
            .DeepEquals(
                last["data"],
                new JsonObject
                {
                    ["portfolioId"] = _fund.Id,
                    ["projectId"] = project.Id,
                    ["commitmentId"] = commitment,
                    ["deliveryId"] = delivery,
                }
            )
            .Should()
            .BeTrue("it is {0}", last["data"]!.ToJsonString());

        var deliveries = await DeliveriesAsync(webhook, d => d.All(x => State(x) == "delivered"));
        deliveries.Select(d => d["eventId"]!.GetValue<string>()).Should().Equal(received.Reverse().Select(r => r.Id));
        deliveries[0]["attempts"]!.AsArray().Should().ContainSingle();
        Attempt(deliveries[0], 0).Should().Be("answered 204");
        deliveries[0]["nextAttemptAt"].Should().BeNull();
    }

    [Fact]
    public async Task What_is_not_asked_for_and_what_is_another_portfolio_s_is_not_sent()
    {
        await RegisterAsync("project.created");
        var other = await Fund.OpenAsync(api);
        await other.ProjectAsync();
        await (await _fund.ProjectAsync()).CommitAsync(10);
        var mine = await _fund.ProjectAsync();

        var received = await _receiver.WaitAsync(2);
        received
            .Should()
            .OnlyContain(r => r.Json["data"]!["portfolioId"]!.GetValue<Guid>() == _fund.Id)
            .And.HaveCount(2);
        received[1].Json["data"]!["projectId"]!.GetValue<Guid>().Should().Be(mine.Id);
    }

    [Fact]
    public async Task A_co_funder_s_webhook_is_told_under_its_own_portfolio_until_it_lets_go()
    {
        await RegisterAsync("evaluation.recorded", "project.voided");
        var lead = await Fund.OpenAsync(api);
        var project = await lead.ProjectAsync();
        var holding = await HoldAsync(_fund, project);
        await project.EvaluateAsync("conception", "performance", "narrated", "2016-01-01");
        var received = await _receiver.WaitAsync(1);
        received[0].Body.Should().NotContain(lead.Id.ToString()).And.Contain(_fund.Id.ToString());

        // Where another instance's clock goes after the one that wrote the holding.
        var between = await lead.ProjectAsync();
        await HoldAsync(_fund, between);
        api.Clock.Advance(TimeSpan.FromSeconds(-10));
        await between.EvaluateAsync("conception", "performance", "narrated", "2016-01-01");
        api.Clock.Advance(TimeSpan.FromSeconds(10));
        (await _receiver.WaitAsync(2))[1].Json["data"]!["projectId"]!.GetValue<Guid>().Should().Be(between.Id);

        (await api.Administrator.DeleteAsync(holding)).ShouldBe(204);
        await project.EvaluateAsync("conception", "performance", "narrated", "2016-01-02");
        // One of its own that comes later has come: what was not to come has not.
        await (await _fund.ProjectAsync()).EvaluateAsync("conception", "performance", "narrated", "2016-01-01");
        (await _receiver.WaitAsync(3))
            .Select(r => r.Json["data"]!["projectId"]!.GetValue<Guid>())
            .Should()
            .HaveCount(3)
            .And.ContainSingle(id => id == project.Id);

        // What takes a project out of every portfolio is told to those that held it until then.
        var mistaken = await lead.ProjectAsync();
        await HoldAsync(_fund, mistaken);
        (await api.Administrator.PostAsync($"{mistaken.Path}/void", new { reason = "Entered twice" })).ShouldBe(204);
        var last = (await _receiver.WaitAsync(4))[3].Json;
        (last["type"]!.GetValue<string>(), last["data"]!["projectId"]!.GetValue<Guid>())
            .Should()
            .Be(("project.voided", mistaken.Id));
    }

    [Fact]
    public async Task A_ledger_line_is_told_to_who_keeps_it_and_to_the_lead_alone()
    {
        await RegisterAsync("commitment.agreed");
        var other = await Fund.OpenAsync(api);
        var (led, held) = (await _fund.ProjectAsync(), await other.ProjectAsync());
        await HoldAsync(other, led);
        await HoldAsync(_fund, held);
        await held.CommitAsync(10);
        await new TestProject(other, led.Id, "").CommitAsync(10);
        await new TestProject(_fund, held.Id, "").CommitAsync(10);
        (await _receiver.WaitAsync(2))
            .Select(r => r.Json["data"]!["projectId"]!.GetValue<Guid>())
            .Should()
            .BeEquivalentTo([led.Id, held.Id], "the other's own line in its own project is its own business");
    }

    [Theory]
    [InlineData("500", "answered 500")]
    [InlineData("redirect", "answered 302")]
    [InlineData("inside", "answered 308")]
    [InlineData("hang", "timedOut ")]
    [InlineData("cut", "unreachable ")]
    [InlineData("slowly", "timedOut ")]
    public async Task What_did_not_arrive_is_sent_again_under_the_same_id(string trouble, string seen)
    {
        _receiver.Answer = context =>
            trouble switch
            {
                "500" => Respond(context, 500),
                "redirect" => Redirect(context),
                "inside" => RedirectInside(context),
                "hang" => Task.Delay(Patience, context.RequestAborted),
                "cut" => Cut(context),
                _ => Drip(context),
            };
        var (webhook, secret) = await RegisterAsync("project.created");
        var project = await _fund.ProjectAsync();
        var failed = (await DeliveriesAsync(webhook, d => d.Count == 1 && Attempts(d[0]) == 1))[0];
        (State(failed), Attempt(failed, 0)).Should().Be(("pending", seen));
        (
            failed["nextAttemptAt"]!.GetValue<DateTimeOffset>()
            - failed["attempts"]![0]!["at"]!.GetValue<DateTimeOffset>()
        )
            .Should()
            .BeCloseTo(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(10));

        _receiver.AnswerWith(200);
        await api.DaysGoByAsync(1.0 / 24 / 50);
        var sent = (await DeliveriesAsync(webhook, d => State(d[0]) == "delivered"))[0];
        Attempt(sent, 1).Should().Be("answered 200");
        _receiver.All.Should().HaveCount(2).And.OnlyContain(r => r.Path == "/hook" && r.SignedWith(secret).Single());
        _receiver.All.Select(r => (r.Id, r.Body)).Distinct().Should().ContainSingle();
        sent["projectId"]!.GetValue<Guid>().Should().Be(project.Id);
        api.Names.Asked(Inside).Should().Be(0);
    }

    [Fact]
    public async Task An_endless_answer_is_cut_and_counts_by_its_status()
    {
        _receiver.Answer = async context =>
        {
            var block = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.Body.WriteAsync(block, context.RequestAborted);
        };
        var (webhook, _) = await RegisterAsync("project.created");
        await _fund.ProjectAsync();
        var sent = (await DeliveriesAsync(webhook, d => d.Count == 1 && Attempts(d[0]) == 1))[0];
        (State(sent), Attempt(sent, 0)).Should().Be(("delivered", "answered 200"));
    }

    [Fact]
    public async Task A_name_is_dialled_where_it_resolved_to()
    {
        // To who registers it, to who dials, and to whoever would look once more.
        api.Names.Plant("resolved.planted", "127.0.0.1", "127.0.0.1", "10.0.0.5");
        var webhook = (
            await WebhookApi.RegisterAsync(_fund, $"http://resolved.planted:{_receiver.Port}/hook", "project.created")
        )
            .ShouldBe(201)
            .Id("id");
        await _fund.ProjectAsync();
        await _receiver.WaitAsync(1);
        await DeliveriesAsync(webhook, d => State(d[0]) == "delivered");
        api.Names.Asked("resolved.planted").Should().Be(2, "the address that was judged is the one that is dialled");
    }

    [Fact]
    public async Task What_is_being_sent_is_not_sent_beside_it_when_somebody_asks()
    {
        var answered = new TaskCompletionSource();
        _receiver.Answer = _ => answered.Task;
        var (webhook, _) = await RegisterAsync("project.created");
        await _fund.ProjectAsync();
        await _receiver.WaitAsync(1);
        var sending = (await DeliveriesAsync(webhook, d => d.Count == 1))[0];
        (await api.Administrator.PostAsync($"{Path(webhook)}/deliveries/{sending["id"]}/retry", null)).ShouldBe(202);
        answered.SetResult();
        await DeliveriesAsync(webhook, d => State(d[0]) == "delivered");
        // What was asked for would go before what comes later.
        _receiver.AnswerWith(204);
        await _fund.ProjectAsync();
        var sent = await DeliveriesAsync(webhook, d => d.Count == 2 && d.All(x => State(x) == "delivered"));
        _receiver.All.Select(r => r.Id).Should().Equal(sent.Reverse().Select(d => d["eventId"]!.GetValue<string>()));

        // Once it has arrived it is sent again to whoever asks.
        (await api.Administrator.PostAsync($"{Path(webhook)}/deliveries/{sending["id"]}/retry", null)).ShouldBe(202);
        (await _receiver.WaitAsync(3))[2].Id.Should().Be(_receiver.All[0].Id);
    }

    [Theory]
    [InlineData(4, "a receiver that was away for an hour has it by its fifth attempt")]
    [InlineData(7, "the seventh attempt is the last")]
    public async Task A_receiver_that_is_away_is_asked_for_a_day_and_a_half(int failing, string because)
    {
        _receiver.AnswerWith(503);
        var (webhook, _) = await RegisterAsync("project.created");
        await _fund.ProjectAsync();
        for (var attempt = 1; attempt <= failing; attempt++)
        {
            var tried = (await DeliveriesAsync(webhook, d => Attempts(d[0]) == attempt))[0];
            if (attempt > PausesInMinutes.Length)
                break;
            (State(tried), _receiver.All.Count).Should().Be(("pending", attempt));
            var pause = TimeSpan.FromMinutes(PausesInMinutes[attempt - 1]);
            (
                tried["nextAttemptAt"]!.GetValue<DateTimeOffset>()
                - tried["attempts"]![attempt - 1]!["at"]!.GetValue<DateTimeOffset>()
            )
                .Should()
                .BeCloseTo(pause, TimeSpan.FromSeconds(10));
            if (attempt == failing)
                _receiver.AnswerWith(204);
            await api.DaysGoByAsync((pause + TimeSpan.FromSeconds(1)).TotalDays);
        }
        var ended = (await DeliveriesAsync(webhook, d => State(d[0]) != "pending"))[0];
        (Attempts(ended), State(ended), (string?)ended["nextAttemptAt"]?.ToString())
            .Should()
            .Be(failing == 7 ? (7, "failed", null) : (failing + 1, "delivered", null), because);
        if (failing == 7)
        {
            // Given up after 38 hours and 36 minutes; the webhook is on, and sends it when it is asked to.
            (At(ended, 6) - At(ended, 0))
                .Should()
                .BeCloseTo(TimeSpan.FromMinutes(PausesInMinutes.Sum()), TimeSpan.FromMinutes(2));
            _receiver.AnswerWith(204);
            var again = $"{Path(webhook)}/deliveries/{ended["id"]}/retry";
            (await api.Administrator.PostAsync(again, null)).ShouldBe(202);
            await DeliveriesAsync(webhook, d => State(d[0]) == "delivered");
        }
        _receiver.All.Select(r => (r.Id, r.Body)).Distinct().Should().ContainSingle();
        _receiver.All.Count.Should().Be(failing + 1);

        static DateTimeOffset At(JsonNode delivery, int attempt) =>
            delivery["attempts"]![attempt]!["at"]!.GetValue<DateTimeOffset>();
    }

    [Fact]
    public async Task A_slow_receiver_holds_up_no_other()
    {
        _receiver.Answer = context => Task.Delay(Patience, context.RequestAborted);
        await RegisterAsync("project.created");
        await using var quick = await Receiver.StartAsync();
        var other = (await WebhookApi.RegisterAsync(_fund, quick.Url, "project.created")).ShouldBe(201).Id("id");
        for (var i = 0; i < 10; i++)
            await _fund.ProjectAsync();
        await quick.WaitAsync(10);
        _receiver.All.Count.Should().BeLessThan(10);
        await DeliveriesAsync(other, d => d.Count == 10 && d.All(x => State(x) == "delivered"));
    }

    [Fact]
    public async Task Receivers_that_hang_do_not_take_the_places_of_the_others_however_many_they_are()
    {
        const int hanging = 16,
            messages = 6;
        var others = await Fund.OpenAsync(api);
        _receiver.Answer = context => Task.Delay(Patience, context.RequestAborted);
        var webhooks = new List<Guid>();
        for (var i = 0; i < hanging; i++)
            webhooks.Add(
                (await WebhookApi.RegisterAsync(others, _receiver.Url, "project.created")).ShouldBe(201).Id("id")
            );
        await using var quick = await Receiver.StartAsync();
        (await WebhookApi.RegisterAsync(_fund, quick.Url, "project.created")).ShouldBe(201);
        for (var i = 0; i < messages; i++)
            await others.ProjectAsync();
        await _receiver.WaitAsync(hanging);
        await _fund.ProjectAsync();
        await quick.WaitAsync(1);
        _receiver
            .All.Count.Should()
            .BeLessThan(hanging * messages / 2, "each hangs once, and then some of them at a time");
        foreach (var webhook in webhooks)
            (await api.Administrator.DeleteAsync($"portfolios/{others.Id}/webhooks/{webhook}")).ShouldBe(204);
    }

    [Fact]
    public async Task What_cannot_be_signed_is_noted_rests_and_is_sent_once_there_is_another_secret()
    {
        var (webhook, _) = await RegisterAsync("project.created");
        // As where a database was brought here without the keys that seal its secrets.
        await api.InDatabaseAsync(db =>
            db.Webhooks.Where(w => w.Id == webhook)
                .ExecuteUpdateAsync(set => set.SetProperty(w => w.SealedSecret, "another seal"))
        );
        await _fund.ProjectAsync();
        var failed = (await DeliveriesAsync(webhook, d => d.Count == 1 && Attempts(d[0]) == 1))[0];
        (State(failed), Attempt(failed, 0)).Should().Be(("pending", "notSigned "));
        failed["nextAttemptAt"].Should().NotBeNull();
        _receiver.All.Should().BeEmpty();
        var log = await api.InDatabaseAsync(db =>
            db.WebhookDeliveries.AsNoTracking().Where(d => d.WebhookId == webhook).Select(d => d.Log).SingleAsync()
        );
        log.Single().Outcome.Should().Be(WebhookOutcome.Unreachable, "the release before reads no other code");

        var secret = (await api.Administrator.PostAsync($"{Path(webhook)}/secret", null)).ShouldBe(200).Text("secret");
        await api.DaysGoByAsync(1.0 / 24 / 50);
        (await _receiver.WaitAsync(1))[0].SignedWith(secret).Should().Equal(true);
    }

    [Fact]
    public async Task For_a_day_after_a_change_both_secrets_sign()
    {
        var (webhook, old) = await RegisterAsync("project.created");
        var changed = (await api.Administrator.PostAsync($"{Path(webhook)}/secret", null)).ShouldBe(200);
        var secret = changed.Text("secret");
        await TestAsync(webhook);
        var both = (await _receiver.WaitAsync(1))[0];
        both.SignedWith(secret).Should().Equal(true, false);
        both.SignedWith(old).Should().Equal(false, true);

        await api.DaysGoByAsync(1.01);
        await TestAsync(webhook);
        var one = (await _receiver.WaitAsync(2))[1];
        one.SignedWith(secret).Should().Equal(true);
        one.Json["type"]!.GetValue<string>().Should().Be("webhook.test");
    }

    [Fact]
    public async Task A_receiver_that_is_gone_is_sent_nothing_more()
    {
        _receiver.AnswerWith(410);
        var (manager, investor) = (await _fund.MemberAsync("manager"), await _fund.MemberAsync("investor"));
        var (webhook, _) = await RegisterAsync("project.created");
        await _fund.ProjectAsync();
        var failed = (await DeliveriesAsync(webhook, d => d.Count == 1 && State(d[0]) == "failed"))[0];
        Attempt(failed, 0).Should().Be("answered 410");
        await ShouldBeStoppedAsync(webhook, "gone");
        await ToldThatItIsOffAsync(manager);
        (await investor.GetAsync("me/notifications"))
            .ShouldBe(200)
            .Items()
            .Should()
            .NotContain(n => n["kind"]!.GetValue<string>() == "webhook.switchedOff", "managers alone are told");

        var delivery = $"{Path(webhook)}/deliveries/{failed["id"]}/retry";
        (await api.Administrator.PostAsync(delivery, null)).ShouldBeProblem(409, "webhook_switched_off");
        _receiver.AnswerWith(200);
        (
            await api.Administrator.PutAsync(
                Path(webhook),
                new { url = _receiver.Url, events = new[] { "project.created" } },
                "*"
            )
        ).ShouldBe(200);
        (await api.Administrator.PostAsync(delivery, null)).ShouldBe(202);
        await DeliveriesAsync(webhook, d => State(d[0]) == "delivered");
        _receiver.All.Select(r => r.Id).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task Five_days_of_failures_switch_a_webhook_off()
    {
        _receiver.AnswerWith(500);
        var email = (await (await _fund.MemberAsync("manager")).GetAsync("me")).ShouldBe(200).Text("email");
        var (webhook, _) = await RegisterAsync("project.created");
        await TestAsync(webhook);
        await DeliveriesAsync(webhook, d => Attempts(d[0]) == 1);
        await api.DaysGoByAsync(4.9);
        await DeliveriesAsync(webhook, d => Attempts(d[0]) == 2);
        (await api.Administrator.GetAsync($"portfolios/{_fund.Id}/webhooks")).Flag("items.0.enabled").Should().BeTrue();
        await api.DaysGoByAsync(0.2);
        await DeliveriesAsync(webhook, d => Attempts(d[0]) == 3);
        await ShouldBeStoppedAsync(webhook, "failing");
        await ToldThatItIsOffAsync(await api.SignInAsync(email));
    }

    private async Task ToldThatItIsOffAsync(Client manager)
    {
        var told = await Eventually.Async(
            () => manager.GetAsync("me/notifications"),
            inbox => inbox.ShouldBe(200).Items().Any(n => n["kind"]!.GetValue<string>() == "webhook.switchedOff")
        );
        var off = told.Items().Single(n => n["kind"]!.GetValue<string>() == "webhook.switchedOff");
        (off["text"]!.GetValue<string>(), off["link"]!.GetValue<string>(), off["read"]!.GetValue<bool>())
            .Should()
            .Be(("A webhook was switched off", $"/admin/portfolios/{_fund.Id}", false));
        off["portfolio"]!["id"]!.GetValue<Guid>().Should().Be(_fund.Id);
    }

    private async Task<string> HoldAsync(Fund fund, TestProject project)
    {
        var holding = $"portfolios/{fund.Id}/holdings/{project.Id}";
        (await api.Administrator.PutAsync(holding, new { kind = "coFunder" })).ShouldBe(200);
        return holding;
    }

    private async Task ShouldBeStoppedAsync(Guid webhook, string why)
    {
        var listed = (await api.Administrator.GetAsync($"portfolios/{_fund.Id}/webhooks")).ShouldBe(200);
        (listed.Id("items.0.id"), listed.Flag("items.0.enabled"), listed.Text("items.0.stopped"))
            .Should()
            .Be((webhook, false, why));
    }

    private async Task<(Guid Id, string Secret)> RegisterAsync(params string[] events)
    {
        var made = (await WebhookApi.RegisterAsync(_fund, _receiver.Url, events)).ShouldBe(201);
        return (made.Id("id"), made.Text("secret"));
    }

    private async Task TestAsync(Guid webhook) =>
        (await api.Administrator.PostAsync($"{Path(webhook)}/test", null)).ShouldBe(202);

    private string Path(Guid webhook) => $"portfolios/{_fund.Id}/webhooks/{webhook}";

    private async Task<IReadOnlyList<JsonNode>> DeliveriesAsync(Guid webhook, Func<IReadOnlyList<JsonNode>, bool> met)
    {
        var deadline = TimeProvider.System.GetUtcNow() + Patience;
        IReadOnlyList<JsonNode> deliveries;
        do
        {
            await Task.Delay(50);
            deliveries = (await api.Administrator.GetAsync($"{Path(webhook)}/deliveries")).ShouldBe(200).Items();
        } while ((deliveries.Count == 0 || !met(deliveries)) && TimeProvider.System.GetUtcNow() < deadline);
        met(deliveries)
            .Should()
            .BeTrue("the deliveries are {0}", new JsonArray([.. deliveries.Select(d => d.DeepClone())]).ToJsonString());
        return deliveries;
    }

    private static string State(JsonNode delivery) => delivery["state"]!.GetValue<string>();

    private static int Attempts(JsonNode delivery) => delivery["attempts"]!.AsArray().Count;

    private static string Attempt(JsonNode delivery, int index) =>
        $"{delivery["attempts"]![index]!["outcome"]} {delivery["attempts"]![index]!["status"]}";

    private static Task Respond(Microsoft.AspNetCore.Http.HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static Task Redirect(Microsoft.AspNetCore.Http.HttpContext context)
    {
        context.Response.Redirect("/elsewhere");
        return Task.CompletedTask;
    }

    // With the message, to where nobody looks a name up for it.
    private static Task RedirectInside(Microsoft.AspNetCore.Http.HttpContext context)
    {
        context.Response.Headers.Location = $"http://{Inside}/elsewhere";
        return Respond(context, 308);
    }

    private static async Task Cut(Microsoft.AspNetCore.Http.HttpContext context)
    {
        context.Response.ContentLength = 1000;
        await context.Response.Body.WriteAsync("half"u8.ToArray());
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    private static async Task Drip(Microsoft.AspNetCore.Http.HttpContext context)
    {
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.Body.WriteAsync("."u8.ToArray(), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(100, context.RequestAborted);
        }
    }
}
