using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Imports;

/// <summary>An upload that is sent again, because nobody knows whether it arrived.</summary>
public sealed class RepetitionTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private static readonly byte[] File = GrantTable.Of(GrantTable.Row(1), GrantTable.Row(2)).Csv();

    [Fact]
    public async Task The_same_file_under_one_key_is_taken_once_and_answered_alike()
    {
        var (fund, key) = (await Fund.OpenAsync(api), NewKey());
        var first = (await fund.ImportAsync(File, key: key)).ShouldBe(200);
        // Each upload has a boundary of its own, as clients draw it.
        var second = (await fund.ImportAsync(File, key: key)).ShouldBe(200);
        (first.Replayed, second.Replayed).Should().Be((false, true));
        second.Json!.ToJsonString().Should().Be(first.Json!.ToJsonString());
        second.Number("created").Should().Be(2);
        (await fund.ProjectsAsync()).Should().HaveCount(2);
    }

    [Fact]
    public async Task Another_file_or_another_question_under_the_key_is_refused()
    {
        var (fund, key) = (await Fund.OpenAsync(api), NewKey());
        (await fund.ImportAsync(File, key: key)).ShouldBe(200);
        // As long as the first one, and different in one letter.
        (await fund.ImportAsync(GrantTable.Of(GrantTable.Row(1), GrantTable.Row(3)).Csv(), key: key)).ShouldBeProblem(
            422,
            "idempotency_key_reused"
        );
        (await fund.ImportAsync(File, dryRun: true, key: key)).ShouldBeProblem(422, "idempotency_key_reused");
        (await fund.ProjectsAsync()).Should().HaveCount(2);
    }

    [Fact]
    public async Task A_refusal_is_repeated_as_well()
    {
        var (fund, key) = (await Fund.OpenAsync(api), NewKey());
        var wrong = GrantTable.Of(GrantTable.Row(1, amount: "x")).Csv();
        (await fund.ImportAsync(wrong, key: key)).ShouldBeProblem(422, "invalid_amount").Replayed.Should().BeFalse();
        (await fund.ImportAsync(wrong, key: key)).ShouldBeProblem(422, "invalid_amount").Replayed.Should().BeTrue();
        await fund.ShouldBeEmptyAsync();
    }

    [Fact]
    public async Task Ten_equal_uploads_at_once_leave_one_portfolio()
    {
        var (fund, key) = (await Fund.OpenAsync(api), NewKey());
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => fund.ImportAsync(File, key: key)));
        answers.Should().OnlyContain(a => a.Status == 200);
        answers.Count(a => !a.Replayed).Should().Be(1);
        (await fund.ProjectsAsync()).Should().HaveCount(2);
    }

    private Guid NewKey() => Guid.CreateVersion7(api.Clock.GetUtcNow());
}
