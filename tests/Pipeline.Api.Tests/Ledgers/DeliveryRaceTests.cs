using FsCheck;
using FsCheck.Fluent;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Ledgers;

/// <summary>Whatever is sent at once, a commitment's deliveries less reversals stay between nothing and its amount, and equal what was acknowledged.</summary>
public sealed class DeliveryRaceTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task The_sum_never_passes_the_amount_nor_falls_below_zero()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        var property = Prop.ForAll(
            Gen.Choose(1, 6_000).ArrayOf(8).ToArbitrary(),
            cents => RaceAsync(project, cents).GetAwaiter().GetResult()
        );
        await Task.Run(() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(10), property));
    }

    private async Task<bool> RaceAsync(TestProject project, int[] cents)
    {
        var commitment = await project.CommitAsync(100);
        var first = (await project.DeliverAsync(commitment, 10)).ShouldBe(201);
        var answers = await Task.WhenAll(
            cents
                .Select(c => project.DeliverAsync(commitment, c / 100m))
                .Append(project.ReverseAsync(commitment, first.Id("id")))
                .Append(project.ReverseAsync(commitment, first.Id("id")))
        );

        answers.Select(a => a.Status).Should().OnlyContain(s => s == 201 || s == 409);
        answers.TakeLast(2).Count(a => a.Status == 201).Should().Be(1, "a delivery is reversed once");
        var acknowledged = answers.Where(a => a.Status == 201).Sum(a => a.Figure("amount.amount")!.Value) + 10;
        var ledger = (await api.Administrator.GetAsync($"{project.Path}/commitments/{commitment}/deliveries")).Items();
        var running = 0m;
        foreach (var entry in ledger)
        {
            running += entry["amount"]!["amount"]!.GetValue<decimal>();
            running.Should().BeInRange(0, 100);
        }
        running.Should().Be(acknowledged);
        return true;
    }
}
