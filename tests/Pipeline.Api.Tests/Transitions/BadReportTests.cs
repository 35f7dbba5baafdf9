using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Transitions;

/// <summary>Reports that cannot be: a clear refusal, and nothing written.</summary>
public sealed class BadReportTests(PipelineApi api) : IClassFixture<PipelineApi>, IAsyncLifetime
{
    private TestProject _project = null!;
    private int _before;

    public async Task InitializeAsync()
    {
        _project = await (await Fund.OpenAsync(api)).ProjectAsync("2015-01-01");
        await _project.MeetFirstGateAsync();
        (await _project.ReportAsync("hold", "2016-01-01", "Waiting")).ShouldBe(201);
        (await _project.ReportAsync("resume", "2016-03-01")).ShouldBe(201);
        _before = (await _project.GetAsync()).Number("version");
    }

    // Whatever was refused has left no trace.
    public async Task DisposeAsync()
    {
        (await _project.GetAsync()).Number("version").Should().Be(_before);
        (await api.Administrator.GetAsync($"{_project.Path}/transitions")).Items().Should().HaveCount(2);
    }

    [Fact]
    public async Task A_date_to_come() =>
        (await _project.ReportAsync("advance", $"{api.Clock.Today.AddDays(1):yyyy-MM-dd}")).ShouldBlame(
            "effectiveOn",
            "date_in_future"
        );

    [Theory]
    [InlineData("2016-02-29")]
    [InlineData("2014-12-31")]
    [InlineData("0001-01-01")]
    public async Task A_date_before_the_last_move(string on) =>
        (await _project.ReportAsync("advance", on)).ShouldBlame("effectiveOn", "date_before_last");

    [Theory]
    [InlineData("no.such", "waiver_unknown")]
    [InlineData("need.described", "waiver_not_needed")]
    [InlineData("evaluation.measured", "waiver_unknown")]
    public async Task A_waiver_of_what_is_unknown_or_met(string criterion, string code) =>
        (
            await _project.ReportAsync("advance", "2017-01-01", waivers: [new { criterion, reason = "Because" }])
        ).ShouldBlame("waivers[0].criterion", code);

    [Theory]
    [InlineData("ftp://example.org/x")]
    [InlineData("javascript:alert(1)")]
    [InlineData("not a link")]
    [InlineData("")]
    public async Task Evidence_that_is_no_link(string url)
    {
        var reply = await PostAsync(
            new
            {
                trigger = "advance",
                effectiveOn = "2017-01-01",
                evidence = new[] { new { title = "Study", url } },
            }
        );
        reply.ShouldBe(422).Items("errors").Should().Contain(e => e["field"]!.GetValue<string>() == "evidence[0].url");
    }

    [Fact]
    public async Task Texts_over_their_limits() =>
        (
            await PostAsync(
                new
                {
                    trigger = "advance",
                    effectiveOn = "2017-01-01",
                    narrative = new string('x', 100_001),
                }
            )
        ).ShouldBlame("narrative", "too_long");

    [Theory]
    [InlineData("stepBack", "Step back")]
    [InlineData("adopt", "Adopt")]
    [InlineData("resume", "Resume")]
    [InlineData("reopen", "Reopen")]
    public async Task A_move_that_the_state_does_not_permit(string trigger, string name)
    {
        var refused = (await _project.ReportAsync(trigger, "2017-01-01", "Why not")).ShouldBeProblem(
            409,
            "transition_not_permitted"
        );
        refused.Text("detail").Should().Contain($"“{name}”").And.Contain("Advance", "it says what is permitted");
    }

    [Fact]
    public async Task A_hold_without_a_reason() =>
        (await _project.ReportAsync("hold", "2017-01-01")).ShouldBlame("reason", "required");

    [Fact]
    public async Task A_take_over_where_none_is_asked_for() =>
        (
            await _project.ReportAsync("advance", "2017-01-01", takeOver: new { kind = "market", name = "X" })
        ).ShouldBlame("takeOver", "not_expected");

    [Fact]
    public async Task An_unknown_trigger_and_an_unknown_field()
    {
        (await PostAsync(new { trigger = "leap", effectiveOn = "2017-01-01" })).ShouldBlame("trigger", "unknown_code");
        (
            await PostAsync(
                new
                {
                    trigger = "advance",
                    effectiveOn = "2017-01-01",
                    phase = "industrialisation",
                }
            )
        ).ShouldBlame("phase", "unknown_field");
        (await PostAsync(new { trigger = "advance" })).ShouldBlame("effectiveOn", "required");
        (await PostAsync(new { trigger = "advance", effectiveOn = "01/01/2017" })).ShouldBlame(
            "effectiveOn",
            "invalid_date"
        );
    }

    [Fact]
    public async Task Without_a_version_and_with_an_old_one()
    {
        var body = new { trigger = "advance", effectiveOn = "2017-01-01" };
        (await api.Administrator.PostAsync($"{_project.Path}/transitions", body)).ShouldBeProblem(
            428,
            "if_match_required"
        );
        (await api.Administrator.PostAsync($"{_project.Path}/transitions", body, "\"1\"")).ShouldBeProblem(
            412,
            "stale"
        );
        (await api.Administrator.PostAsync($"{_project.Path}/transitions", body, "W/\"nonsense\""))
            .Status.Should()
            .BeInRange(400, 428);
    }

    private async Task<Reply> PostAsync(object body) =>
        await api.Administrator.PostAsync($"{_project.Path}/transitions", body, await _project.ETagAsync());
}
