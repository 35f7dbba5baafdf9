using Microsoft.EntityFrameworkCore;

namespace Pipeline.Api.Tests.Common;

public sealed class IdempotencyTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task One_key_sent_ten_times_at_once_makes_one_transition_and_ten_equal_answers()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        await project.MeetFirstGateAsync();
        var (etag, key) = (await project.ETagAsync(), NewKey());
        var body = new { trigger = "advance", effectiveOn = "2016-01-01" };

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(_ => api.Administrator.PostAsync($"{project.Path}/transitions", body, etag, key))
        );

        answers.Should().OnlyContain(a => a.Status == 201);
        answers.Select(a => a.Json!.ToJsonString()).Distinct().Should().ContainSingle();
        answers.Select(a => (a.ETag, a.Location)).Distinct().Should().ContainSingle();
        answers.Count(a => !a.Replayed).Should().Be(1);
        (await api.Administrator.GetAsync($"{project.Path}/transitions")).Items().Should().ContainSingle();
    }

    [Fact]
    public async Task A_key_with_another_body_is_refused()
    {
        var key = NewKey();
        (
            await api.Administrator.PostAsync(
                "organisations",
                new { name = "One", actorProfile = "association" },
                key: key
            )
        ).ShouldBe(201);
        (
            await api.Administrator.PostAsync(
                "organisations",
                new { name = "Two", actorProfile = "association" },
                key: key
            )
        ).ShouldBeProblem(422, "idempotency_key_reused");
        (await api.Administrator.GetAsync("organisations?q=Two")).Number("totalItems").Should().Be(0);
    }

    [Fact]
    public async Task A_key_is_its_callers_own()
    {
        var key = NewKey();
        var fund = await Fund.OpenAsync(api);
        var (one, two) = (await fund.MemberAsync("manager"), await fund.MemberAsync("manager"));
        var first = (
            await one.PostAsync("organisations", new { name = "Same", actorProfile = "association" }, key: key)
        ).ShouldBe(201);
        var second = (
            await two.PostAsync("organisations", new { name = "Same", actorProfile = "association" }, key: key)
        ).ShouldBe(201);
        second.Id("id").Should().NotBe(first.Id("id"));
    }

    [Fact]
    public async Task A_key_is_forgotten_after_a_day()
    {
        var key = NewKey();
        (
            await api.Administrator.PostAsync(
                "organisations",
                new { name = "First day", actorProfile = "association" },
                key: key
            )
        ).ShouldBe(201);
        await api.DaysGoByAsync(1.1);
        (
            await api.Administrator.PostAsync(
                "organisations",
                new { name = "Second day", actorProfile = "association" },
                key: key
            )
        )
            .ShouldBe(201)
            .Replayed.Should()
            .BeFalse();
    }

    [Fact]
    public async Task What_was_kept_for_a_retry_is_gone_after_a_day_whoever_comes_next()
    {
        var (old, young) = (NewKey(), NewKey());
        var other = await (await Fund.OpenAsync(api)).MemberAsync("manager");
        (
            await other.PostAsync("organisations", new { name = "Yesterday", actorProfile = "association" }, key: old)
        ).ShouldBe(201);
        await api.DaysGoByAsync(0.5);
        (
            await api.Administrator.PostAsync(
                "organisations",
                new { name = "Today", actorProfile = "association" },
                key: young
            )
        ).ShouldBe(201);
        (await KeptAsync(old)).Should().BeTrue();
        await api.DaysGoByAsync(0.5);
        (
            await api.Administrator.PostAsync(
                "organisations",
                new { name = "Now", actorProfile = "association" },
                key: NewKey()
            )
        ).ShouldBe(201);
        (await KeptAsync(old), await KeptAsync(young)).Should().Be((false, true));
    }

    [Fact]
    public async Task A_key_that_is_no_uuid_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/organisations")
        {
            Content = new StringContent("{}", null, "application/json"),
        };
        request.Headers.Add("Idempotency-Key", "again");
        using var response = await api.Administrator.Http.SendAsync(request);
        (await Reply.ReadAsync(response)).ShouldBlame("Idempotency-Key", "invalid_id");
    }

    private Task<bool> KeptAsync(Guid key) =>
        api.InDatabaseAsync(db => db.IdempotencyRecords.AnyAsync(r => r.Key == key));

    private Guid NewKey() => Guid.CreateVersion7(api.Clock.GetUtcNow());
}
