using Microsoft.EntityFrameworkCore;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Reliability.Tests;

/// <summary>What SQLite is told about durability and memory, on the connections that the product uses.</summary>
[SqliteOnly("These are settings of SQLite's connections.")]
public sealed class DurabilityTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    /// <summary>WAL with FULL: a commit returns when the log is on the disk, so that neither the end of the process nor that of the machine loses it.</summary>
    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    public Task A_commit_is_on_the_disk_before_it_is_acknowledged(string pragma, string value) =>
        ShouldBeAsync(pragma, value);

    /// <summary>The pages of a portfolio stay in memory, and those of all connections within a bound.</summary>
    [Theory]
    [InlineData("cache_size", "-65536")]
    [InlineData("soft_heap_limit", "67108864")]
    public Task Pages_are_kept_within_a_bound(string pragma, string value) => ShouldBeAsync(pragma, value);

    private async Task ShouldBeAsync(string pragma, string value)
    {
        (
            await api.InDatabaseAsync(async db =>
            {
                await db.Database.OpenConnectionAsync();
                await using var command = db.Database.GetDbConnection().CreateCommand();
                command.CommandText = $"PRAGMA {pragma}";
                return $"{await command.ExecuteScalarAsync()}";
            })
        ).Should().Be(value);
    }
}
