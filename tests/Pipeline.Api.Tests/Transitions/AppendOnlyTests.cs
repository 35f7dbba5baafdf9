using Microsoft.EntityFrameworkCore;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Observatory;

namespace Pipeline.Api.Tests.Transitions;

/// <summary>What happened cannot be rewritten: not through the product's own context, and not around it.</summary>
public sealed class AppendOnlyTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task The_context_refuses_to_change_or_delete_a_transition()
    {
        var id = await TransitionAsync();
        var change = () =>
            api.InDatabaseAsync(async db =>
            {
                var transition = await db.Transitions.FirstAsync(t => t.Id == id);
                db.Entry(transition).Property(t => t.EffectiveOn).CurrentValue = new DateOnly(2020, 1, 1);
                return await db.SaveChangesAsync();
            });
        var delete = () =>
            api.InDatabaseAsync(async db =>
            {
                db.Remove(await db.Transitions.FirstAsync(t => t.Id == id));
                return await db.SaveChangesAsync();
            });
        await change.Should().ThrowAsync<InvalidOperationException>();
        await delete.Should().ThrowAsync<InvalidOperationException>();
        (await EffectiveOnAsync(id)).Should().Be(new DateOnly(2016, 1, 1));
    }

    [Theory]
    [InlineData("UPDATE \"Transitions\" SET \"EffectiveOn\" = '2020-01-01'")]
    [InlineData("DELETE FROM \"Transitions\"")]
    [InlineData("UPDATE \"TransitionEffects\" SET \"Sequence\" = 7")]
    [InlineData("DELETE FROM \"TransitionEffects\"")]
    [InlineData("UPDATE \"Commitments\" SET \"Cents\" = 1")]
    [InlineData("DELETE FROM \"Commitments\"")]
    [InlineData("UPDATE \"Deliveries\" SET \"Cents\" = 1")]
    [InlineData("DELETE FROM \"Deliveries\"")]
    [InlineData("UPDATE \"Evaluations\" SET \"Findings\" = 'None'")]
    [InlineData("UPDATE \"DocumentVersions\" SET \"Json\" = '[]'")]
    [InlineData("DELETE FROM \"DocumentVersions\"")]
    [InlineData("UPDATE \"FactEntries\" SET \"Json\" = '[]'")]
    [InlineData("DELETE FROM \"FactEntries\"")]
    [InlineData("UPDATE \"Observations\" SET \"Value\" = 1")]
    [InlineData("DELETE FROM \"Observations\"")]
    public async Task The_database_refuses_it_too(string sql)
    {
        var id = await TransitionAsync();
        var attempt = () => api.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(sql));
        (await attempt.Should().ThrowAsync<System.Data.Common.DbException>()).WithMessage("*append-only*");
        (await EffectiveOnAsync(id)).Should().Be(new DateOnly(2016, 1, 1));
    }

    private async Task<Guid> TransitionAsync()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        await project.MeetFirstGateAsync();
        (await project.DeliverAsync(await project.CommitAsync(100), 50)).ShouldBe(201);
        await project.EvaluateAsync("conception", "relevance", "narrated", "2015-06-01");
        (
            await api.Administrator.PutAsync($"{project.Path}/risks", new { risks = Array.Empty<object>() }, "*")
        ).ShouldBe(200);
        (
            await api.Administrator.PostAsync(
                $"{project.Path}/commitments/{await project.LendAsync(100)}/repayments",
                new { amount = project.Money(1), repaidOn = "2015-06-01" }
            )
        ).ShouldBe(201);
        await api.ObserveRowsAsync(ObservationFiles.Row());
        return (await project.ReportAsync("advance", "2016-01-01")).ShouldBe(201).Id("id");
    }

    private Task<DateOnly> EffectiveOnAsync(Guid id) =>
        api.InDatabaseAsync(db => db.Transitions.Where(t => t.Id == id).Select(t => t.EffectiveOn).FirstAsync());
}
