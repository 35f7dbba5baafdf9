using Pipeline.Api.Tests.Common;
using Pipeline.Application.Reminders;
using Pipeline.Application.Webhooks;
using Pipeline.Domain.Common;
using Pipeline.Domain.Records;
using Pipeline.Domain.Records.Events;

namespace Pipeline.Api.Tests.Webhooks;

/// <summary>What managers do with webhooks.</summary>
[UseCases(
    typeof(RegisterWebhook),
    typeof(ListWebhooks),
    typeof(GetWebhook),
    typeof(UpdateWebhook),
    typeof(RemoveWebhook)
)]
public sealed class WebhookTests(WebhookApi api) : IClassFixture<WebhookApi>
{
    [Fact]
    public async Task A_webhook_is_registered_changed_and_removed()
    {
        var fund = await Fund.OpenAsync(api);
        var path = $"portfolios/{fund.Id}/webhooks";
        var made = (
            await api.Administrator.PostAsync(
                path,
                new
                {
                    url = "https://127.0.0.1/hook",
                    events = new[] { "transition.reported", "commitment.agreed", "transition.reported" },
                    description = "The data warehouse",
                }
            )
        ).ShouldBe(201);
        made.Text("secret").Should().MatchRegex("^whsec_[A-Za-z0-9+/]{43}=$");
        (made.Number("version"), made.ETag).Should().Be((1, "\"1\""));
        made.Texts("events").Should().Equal("commitment.agreed", "transition.reported");

        made.Location.Should().Be($"/api/v1/{path}/{made.Id("id")}");
        var told = (await api.Administrator.GetAsync($"{path}/{made.Id("id")}")).ShouldBe(200);
        (told.Text("url"), told.ETag).Should().Be(("https://127.0.0.1/hook", "\"1\""));
        told.Json!.ToJsonString().Should().NotContain("whsec_");

        var listed = (await api.Administrator.GetAsync(path)).ShouldBe(200);
        listed.Items().Should().ContainSingle();
        listed.Json!.ToJsonString().Should().NotContain("whsec_");
        (listed.Id("items.0.id"), listed.Flag("items.0.enabled")).Should().Be((made.Id("id"), true));

        var body = new
        {
            url = "https://127.0.0.1/other",
            events = new[] { "project.created" },
            enabled = false,
        };
        var one = $"{path}/{made.Id("id")}";
        (await api.Administrator.PutAsync(one, body)).ShouldBe(428);
        (await api.Administrator.PutAsync(one, body, "\"9\"")).ShouldBeProblem(412, "stale");
        var changed = (await api.Administrator.PutAsync(one, body, "\"1\"")).ShouldBe(200);
        (changed.Flag("enabled"), changed.Text("stopped"), changed.ETag).Should().Be((false, "manager", "\"2\""));
        (await api.Administrator.PostAsync($"{one}/test", null)).ShouldBeProblem(409, "webhook_switched_off");

        (await api.Administrator.DeleteAsync(one)).ShouldBe(204);
        (await api.Administrator.DeleteAsync(one)).ShouldBeProblem(404, "not_found");
        (await api.Administrator.GetAsync(one)).ShouldBeProblem(404, "not_found");
        (await api.Administrator.GetAsync(path)).ShouldBe(200).Items().Should().BeEmpty();
        (await api.Administrator.GetAsync($"{one}/deliveries")).ShouldBeProblem(404, "not_found");
    }

    [Fact]
    public async Task A_header_cannot_be_put_into_an_address()
    {
        var fund = await Fund.OpenAsync(api);
        (await WebhookApi.RegisterAsync(fund, "https://127.0.0.1/\u0001x", "project.created")).ShouldBe(422);
        await using var receiver = await Receiver.StartAsync();
        var sent = (
            await WebhookApi.RegisterAsync(fund, $"{receiver.Url}?a=%0d%0aX-Planted:%201", "project.created")
        ).ShouldBe(201);
        (await api.Administrator.PostAsync($"portfolios/{fund.Id}/webhooks/{sent.Id("id")}/test", null)).ShouldBe(202);
        (await receiver.WaitAsync(1)).Should().OnlyContain(r => r.Path == "/hook");
    }

    [Fact]
    public async Task Events_are_known_ones_and_at_least_one()
    {
        var fund = await Fund.OpenAsync(api);
        (await WebhookApi.RegisterAsync(fund, "https://127.0.0.1/hook")).ShouldBlame("events", "required");
        (
            await WebhookApi.RegisterAsync(fund, "https://127.0.0.1/hook", "project.created", "passwordReset.requested")
        ).ShouldBlame("events[1]", "unknown_code");
    }

    [Fact]
    public async Task A_portfolio_has_twenty_at_most()
    {
        var fund = await Fund.OpenAsync(api);
        for (var i = 0; i < 20; i++)
            (await WebhookApi.RegisterAsync(fund, $"https://127.0.0.1/{i}", "project.created")).ShouldBe(201);
        (await WebhookApi.RegisterAsync(fund, "https://127.0.0.1/20", "project.created")).ShouldBeProblem(
            409,
            "too_many"
        );
    }

    [Fact]
    public void Every_event_that_names_no_person_can_be_asked_for() =>
        new[] { typeof(DomainEvent).Assembly, typeof(RegisterWebhook).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsSubclassOf(typeof(DomainEvent)))
            .Select(type => (DomainEvent)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type))
            // What modules record has a name for each kind, a reminder one for each reason: below.
            .Where(happened =>
                !happened.IsPersonal && happened is not (DocumentRecorded or FactRecorded or DeadlineReminder)
            )
            .Select(happened => happened.GetType().Name)
            .Should()
            .BeSubsetOf(EventTypes.Codes.Select(Name));

    // A progress report says what happened to it; of its draft, and of a self-diagnosis, nobody is told who may not see them.
    [Fact]
    public void Whatever_a_module_records_can_be_asked_for_unless_few_may_see_it() =>
        Enum.GetValues<DocumentKind>()
            // Catalysts are everybody's, as organisations are: of no portfolio that could be told.
            .Except([DocumentKind.ProgressReport, DocumentKind.ProgressDraft, DocumentKind.Catalyst])
            .Select(kind => Codes.Of(kind))
            .Concat(Enum.GetValues<FactKind>().Except([FactKind.Diagnosis]).Select(kind => Codes.Of(kind)))
            .Select(kind => $"{kind}.recorded")
            .Concat([DeadlineReminder.Approaching, DeadlineReminder.Missed])
            .Should()
            .BeSubsetOf(EventTypes.Codes);

    [Fact]
    public void Of_drafts_and_self_diagnoses_nobody_is_told() =>
        EventTypes
            .Codes.Should()
            .Contain("progressReport.submitted")
            .And.NotContain(type =>
                type.StartsWith("progressDraft.", StringComparison.Ordinal)
                || type.StartsWith("diagnosis.", StringComparison.Ordinal)
            );

    // As the classes are called: transition.reported is raised as TransitionReported.
    private static string Name(string code) =>
        string.Concat(code.Split('.').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
}
