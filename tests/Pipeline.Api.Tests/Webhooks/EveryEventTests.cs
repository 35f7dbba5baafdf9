using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Tests.Access;
using Pipeline.Api.Tests.Closings;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.EvaluationPlans;
using Pipeline.Api.Tests.Imports;
using Pipeline.Api.Tests.Indicators;
using Pipeline.Api.Tests.Programmes;
using Pipeline.Application.Common;
using Pipeline.Application.Reminders;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Tests.Webhooks;

/// <summary>Each type that can be asked for is raised by what it is called after, and arrives.</summary>
public sealed partial class EveryEventTests(WebhookApi api) : IClassFixture<WebhookApi>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly string[] Sections = ["activities", "results", "difficulties", "lessons", "nextSteps"];

    [Fact]
    public async Task Every_event_that_can_be_asked_for_arrives_with_ids_and_states_alone()
    {
        await using Receiver receiver = await Receiver.StartAsync(),
            gone = await Receiver.StartAsync();
        var ended = api.Clock.Today.AddDays(-60);
        var fund = await Fund.OpenAsync(
            api,
            reviewRequired: true,
            schedule: new
            {
                everyMonths = 1,
                firstPeriodEnds = ended,
                dueAfterDays = 1,
            }
        );
        (await WebhookApi.RegisterAsync(fund, receiver.Url, [.. EventTypes.Codes])).ShouldBe(201);

        var project = await fund.ProjectAsync();
        await MoveAsync(fund, project);
        await SpendAsync(project);
        await MeasureAsync(fund, project);
        await DescribeAsync(fund, project);
        await ReportAsync(project, $"{ended:yyyy-MM-dd}");
        var programme = await TestProgramme.OpenAsync(fund);
        await programme.ChooseAsync("Nanterre", new { projectId = project.Id });
        await RemindAsync(fund, project);
        await fund.CloseAsync(new(2016, 12, 31));
        (await fund.ImportAsync(GrantTable.Of(GrantTable.Row(1)).Csv())).ShouldBe(200);
        var mistaken = await fund.ProjectAsync();
        (await api.Administrator.PostAsync($"{mistaken.Path}/void", new { reason = "Entered twice" })).ShouldBe(204);
        gone.AnswerWith(410);
        var other = (await WebhookApi.RegisterAsync(fund, gone.Url, "member.added")).ShouldBe(201).Id("id");
        (await api.Administrator.PostAsync($"portfolios/{fund.Id}/webhooks/{other}/test", null)).ShouldBe(202);

        var deadline = TimeProvider.System.GetUtcNow() + Patience;
        while (Missing(receiver).Any() && TimeProvider.System.GetUtcNow() < deadline)
            await Task.Delay(50);
        Missing(receiver).Should().BeEmpty("each type is raised by what was done");
        foreach (var received in receiver.All)
            Leaves("data", received.Json["data"]!)
                .Where(leaf => leaf.Name != "version")
                .Should()
                .OnlyContain(
                    leaf => leaf.Value.GetValueKind() == JsonValueKind.String && Code().IsMatch($"{leaf.Value}"),
                    received.Body
                );
    }

    private static IEnumerable<string> Missing(Receiver receiver) =>
        EventTypes.Codes.Except(receiver.All.Select(r => r.Json["type"]!.GetValue<string>()));

    private static async Task MoveAsync(Fund fund, TestProject project)
    {
        var (manager, owner) = (await fund.MemberAsync("manager"), await project.OwnerAsync());
        var withdrawn = (await project.ReportAsync("stop", "2016-01-01", "The end", by: owner)).ShouldBe(201).Id("id");
        (await owner.PostAsync($"{project.Path}/transitions/{withdrawn}/withdrawal", new { }, "*")).ShouldBe(200);
        await project.MeetFirstGateAsync();
        var approved = (await project.ReportAsync("advance", "2016-01-01", by: owner)).ShouldBe(201).Id("id");
        (await project.DecideAsync(manager, approved, "approve")).ShouldBe(200);
    }

    private async Task SpendAsync(TestProject project)
    {
        var commitment = await project.CommitAsync(100);
        var delivery = (await project.DeliverAsync(commitment, 40)).ShouldBe(201).Id("id");
        (await project.ReverseAsync(commitment, delivery)).ShouldBe(201);
        var over = new { reason = "Over", cancelledOn = "2016-01-01" };
        (await api.Administrator.PostAsync($"{project.Path}/commitments/{commitment}/cancellation", over))
            .Status.Should()
            .BeOneOf(200, 201);
        var loan = await project.LendAsync(1_000);
        (await project.DeliverAsync(loan, 1_000)).ShouldBe(201);
        var repayments = $"{project.Path}/commitments/{loan}/repayments";
        var repaid = (
            await api.Administrator.PostAsync(repayments, new { amount = project.Money(10), repaidOn = "2016-02-01" })
        )
            .ShouldBe(201)
            .Id("id");
        var twice = new { reason = "Booked twice", reversedOn = "2016-03-01" };
        (await api.Administrator.PostAsync($"{repayments}/{repaid}/reversal", twice)).ShouldBe(201);
    }

    private async Task MeasureAsync(Fund fund, TestProject project)
    {
        await project.EvaluateAsync("experimentation", "performance", "narrated", "2016-02-01");
        await PutAsync(
            $"{project.Path}/evaluation-plan",
            new { evaluations = new[] { EvaluationPlanTests.Planned("2030-01-01") } }
        );
        (await fund.SetIndicatorsAsync(IndicatorApi.Indicator("JOBS"))).ShouldBe(200);
        (
            await project.AimAsync(
                new
                {
                    indicator = "JOBS",
                    target = 12,
                    targetOn = "2030-01-01",
                }
            )
        ).ShouldBe(200);
        var reading = (await project.ReadAsync("JOBS", "2016-02-01", 3)).ShouldBe(201).Id("id");
        (await project.TakeBackAsync(reading, "2016-03-01")).ShouldBe(201);
        var impact = (await api.Administrator.PostAsync($"{project.Path}/impacts", AccessWorld.Effect)).ShouldBe(201);
        var seen = new
        {
            on = "2016-02-01",
            outcome = "partly",
            note = "Seen",
        };
        (await api.Administrator.PostAsync($"{project.Path}/impacts/{impact.Id("id")}/readings", seen)).ShouldBe(201);
    }

    private async Task DescribeAsync(Fund fund, TestProject project)
    {
        await PutAsync($"{project.Path}/agreements/{fund.Id}", AccessWorld.Agreement);
        foreach (var which in new[] { "current", "target" })
            await PutAsync($"{project.Path}/economics/{which}", AccessWorld.Picture);
        (await api.Administrator.PostAsync($"{project.Path}/alliances", AccessWorld.Together)).ShouldBe(201);
        var drift = new
        {
            code = "drift",
            passage = "any",
            likelihood = 1,
            severity = 1,
        };
        await PutAsync($"{project.Path}/risks", new { risks = new[] { drift } });
    }

    private async Task ReportAsync(TestProject project, string period)
    {
        var path = $"{project.Path}/progress-reports/{period}";
        await PutAsync(path, new { sections = Sections.Select(section => new { section, text = "As planned" }) });
        (await api.Administrator.PostAsync($"{path}/submission", null, "*")).ShouldBe(200);
        (await api.Administrator.PostAsync($"{path}/decision", new { decision = "accept" }, "*")).ShouldBe(200);
    }

    // Of a commitment that ends soon; the next period's report is late.
    private async Task RemindAsync(Fund fund, TestProject project)
    {
        var ends = new { startsOn = "2015-02-01", endsOn = api.Clock.Today.AddDays(5) };
        (await project.TryCommitAsync(100, more: ends)).ShouldBe(201);
        await using var scope = api.Services.CreateAsyncScopeFor(Operator.Id);
        await scope.ServiceProvider.GetRequiredService<DeadlineWatch>().LookAsync(fund.Id, CancellationToken.None);
    }

    private async Task PutAsync(string path, object body) =>
        (await api.Administrator.PutAsync(path, body, "*")).ShouldBe(200);

    private static IEnumerable<(string Name, JsonValue Value)> Leaves(string name, JsonNode node) =>
        node switch
        {
            JsonObject o => o.Where(p => p.Value is not null).SelectMany(p => Leaves(p.Key, p.Value!)),
            JsonArray a => a.Where(item => item is not null).SelectMany(item => Leaves(name, item!)),
            _ => [(name, node.AsValue())],
        };

    [GeneratedRegex("^[A-Za-z0-9._:-]+$")]
    private static partial Regex Code();
}
