using Pipeline.Infrastructure.Persistence;
using Pipeline.Infrastructure.Persistence.Audit;

namespace Pipeline.Api.Tests.Sql;

/// <summary>The statements that are written by hand and not by EF.</summary>
public sealed class AuditLockTests
{
    [Fact]
    public void Clearing_away_old_answers_would_be_taken_by_sql_server() =>
        new TSqlChecker(SqlServerMigrations.Schema)
            .Check(IdempotencyStore.Clear.Replace("{0}", "@before", StringComparison.Ordinal))
            .Should()
            .BeEmpty();

    [Fact]
    public void Taking_the_head_of_the_audit_would_be_taken_by_sql_server() =>
        new TSqlChecker(SqlServerMigrations.Schema).Check(AuditChainWriter.TakeAndReadHead).Should().BeEmpty();
}
