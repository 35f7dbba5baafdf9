using System.Text.Json.Nodes;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Upgrades;

/// <summary>What a release wrote reads the same once the present program has brought its database up: every migration is held by it.</summary>
[SqliteOnly("The releases' databases are kept as SQLite's files.")]
public sealed class UpgradeTests(ReleasedApi api) : IClassFixture<ReleasedApi>
{
    // What a reply says as of the day on which it is asked, and sources that it quotes: a later release may know more of them.
    private static readonly string[] NotOfTheRecord = ["daysInPhase", "references"];

    private static readonly string[] Compared =
    [
        "dashboard",
        "projects",
        "history",
        "transitions",
        "evaluations",
        "plan",
        "commitments",
        "deliveries",
        "ratios",
        "portfolios",
        "members",
        "organisations",
        "audit",
    ];

    public static TheoryData<string> Kinds => new(Compared);

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_a_release_answered_is_answered_still(string kind)
    {
        var kept = api.Answers.Where(answer => KindOf(answer.Key) == kind).ToList();
        kept.Should().NotBeEmpty();

        var corrections = new Corrections(api.Answers);
        foreach (var (path, then) in kept)
        {
            var now = (await api.Administrator.GetAsync(path)).ShouldBe(200);
            Differences(path, corrections.Of(path, then), Corrections.Known(now.Json)).Should().BeEmpty();
        }
    }

    [Fact]
    public void Every_reply_that_was_kept_is_compared() =>
        api.Answers.Select(answer => KindOf(answer.Key)).Distinct().Should().BeEquivalentTo(Compared);

    [Fact]
    public async Task The_audit_s_chain_holds_from_the_release_s_first_entry_to_the_last()
    {
        var last = api.Answers.Single(answer => KindOf(answer.Key) == "audit").Value!["items"]![0]!["sequence"]!;

        var verified = (await api.Administrator.GetAsync("audit/verify")).ShouldBe(200);

        verified.Flag("valid").Should().BeTrue();
        verified.Number("entries").Should().BeGreaterThanOrEqualTo(last.GetValue<int>());
    }

    [Fact]
    public async Task What_a_release_recorded_goes_on()
    {
        var id = (await api.Administrator.GetAsync("projects?phase=experimentation")).ShouldBe(200).Id("items.0.id");
        var project = (await api.Administrator.GetAsync($"projects/{id}")).ShouldBe(200);

        (
            await api.Administrator.PostAsync(
                $"projects/{id}/transitions",
                new
                {
                    trigger = "hold",
                    effectiveOn = "2026-11-28",
                    reason = "For a while",
                },
                project.ETag
            )
        ).ShouldBe(201);
        (await api.Administrator.GetAsync($"projects/{id}/history")).ShouldBe(200).Items().Should().NotBeEmpty();
    }

    private static string KindOf(string path)
    {
        var steps = path.Split('?')[0].Split('/');
        return steps[^1].Length == Guid.Empty.ToString().Length ? steps[0] : steps[^1];
    }

    // Replies may say more than they did, not less and nothing else.
    private static IEnumerable<string> Differences(string place, JsonNode? then, JsonNode? now) =>
        (then, now) switch
        {
            (JsonObject before, JsonObject after) => before
                .Where(member => !NotOfTheRecord.Contains(member.Key))
                .SelectMany(member => Differences($"{place}: {member.Key}", member.Value, after[member.Key])),
            (JsonArray before, JsonArray after) when before.Count == after.Count => before.SelectMany(
                (item, i) => Differences($"{place}[{i}]", item, after[i])
            ),
            _ => JsonNode.DeepEquals(then, now)
                ? []
                : [$"{place} was {then?.ToJsonString() ?? "null"} and is {now?.ToJsonString() ?? "null"}"],
        };
}
