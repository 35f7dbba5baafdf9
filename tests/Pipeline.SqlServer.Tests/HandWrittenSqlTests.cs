using Pipeline.Infrastructure.Persistence.Audit;
using Pipeline.Infrastructure.Persistence.Outbox;
using Pipeline.Infrastructure.Persistence.Providers.SqlServer;

namespace Pipeline.SqlServer.Tests;

/// <summary>The statements that are written by hand and not by EF would be taken by SQL Server.</summary>
public sealed class HandWrittenSqlTests
{
    [Fact]
    public void Taking_the_head_of_the_audit() => ShouldBeTaken(AuditChainWriter.TakeAndReadHead);

    [Fact]
    public void Taking_due_events_from_the_outbox()
    {
        using var db = new SqlServerDesignTime().CreateDbContext([]);

        ShouldBeTaken(db.TakeFromOutbox(OutboxShare.Free));
        ShouldBeTaken(db.TakeFromOutbox(OutboxShare.Following));
        ShouldBeTaken(db.TakeFromOutbox(OutboxShare.Alone));
        ShouldBeTaken(db.TakeFromOutbox(OutboxShare.Lost));
    }

    [Fact]
    public async Task Noting_what_became_of_events()
    {
        var sent = new UnsentCommands();
        await using var db = new SqlServerPipelineDbContext(
            SqlServerMigrations.Options().AddInterceptors(sent, UnopenedConnections.Instance).Options
        );
        var (store, message) = (new OutboxStore(db, new(), TimeProvider.System), new OutboxMessage());
        var lease = new OutboxLease(Guid.Empty, TimeProvider.System.GetUtcNow(), [message]);

        await store.DeliveredAsync(lease, [message], default);
        await store.FailedAsync(lease, message, default);
        await store.ReleaseAsync(lease, default);
        await store.SendAgainAsync(Guid.Empty, default);
        await store.SendAgainAsync(null, default);
        await store.ClearAsync(default);

        sent.Sql.Should().HaveCount(6).And.AllSatisfy(ShouldBeTaken);
    }

    private static void ShouldBeTaken(string sql) =>
        new TSqlChecker(SqlServerMigrations.Schema)
            .Check(sql.Replace("{", "@p", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal))
            .Should()
            .BeEmpty();
}
