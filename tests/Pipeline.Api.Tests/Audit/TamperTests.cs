using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Audit;
using Pipeline.Application.Common;
using Pipeline.Domain.Audit;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Api.Tests.Audit;

/// <summary>Whoever holds the database can drop its triggers and rewrite the audit; verification says where. Each test undoes what it did.</summary>
public sealed class TamperTests(PipelineApi api) : IClassFixture<PipelineApi>, IAsyncLifetime
{
    private static readonly Dictionary<string, string> Unlock = new()
    {
        ["Sqlite"] = "DROP TRIGGER AuditEntries_no_update; DROP TRIGGER AuditEntries_no_delete",
        ["SqlServer"] = "DROP TRIGGER AuditEntries_append_only",
        ["PostgreSql"] = "DROP TRIGGER \"AuditEntries_append_only\" ON \"AuditEntries\"",
    };

    private AsyncServiceScope _scope;
    private PipelineDbContext _db = null!;
    private IDbContextTransaction _undone = null!;
    private long _last;

    public async Task InitializeAsync()
    {
        await (await Fund.OpenAsync(api)).ProjectAsync();
        _scope = api.Services.CreateAsyncScopeFor(Operator.Id);
        _db = _scope.ServiceProvider.GetRequiredService<PipelineDbContext>();
        _undone = await _db.Database.BeginTransactionAsync();
        await RunAsync(Unlock[_db.Provider.Name]);
        var sound = await VerifyAsync();
        (sound.Valid, sound.FirstBroken).Should().Be((true, null));
        (_last = sound.Entries).Should().BeGreaterThan(3);
    }

    public async Task DisposeAsync()
    {
        await _undone.RollbackAsync();
        await _undone.DisposeAsync();
        await _scope.DisposeAsync();
    }

    [Theory]
    [InlineData("\"Changes\" = '[]'")]
    [InlineData("\"RequestId\" = 'another'")]
    [InlineData("\"UserId\" = '00000000-0000-7000-8000-000000000009'")]
    [InlineData("\"ProjectId\" = NULL, \"EntityId\" = 'x'")]
    [InlineData("\"Action\" = 'removed'")]
    [InlineData("\"Kind\" = 'nonsense'")]
    [InlineData("\"RecordedAt\" = '2020-01-01 00:00:00'")]
    [InlineData("\"PreviousHash\" = 'f'")]
    [InlineData("\"Hash\" = 'f'")]
    public Task A_changed_row_is_found(string set) =>
        ShouldBreakAtAsync(3, "changed", $"UPDATE \"AuditEntries\" SET {set} WHERE \"Sequence\" = 3");

    [Fact]
    public async Task A_changed_row_with_a_hash_to_match_is_found_by_the_next_one()
    {
        var forged = await ForgeAsync(3);
        await ShouldBreakAtAsync(
            4,
            "unlinked",
            $"UPDATE \"AuditEntries\" SET \"Hash\" = '{forged}' WHERE \"Sequence\" = 3"
        );
    }

    [Fact]
    public async Task A_changed_last_row_with_a_hash_to_match_is_found_by_the_head()
    {
        var forged = await ForgeAsync(_last);
        await ShouldBreakAtAsync(
            _last,
            "head",
            $"UPDATE \"AuditEntries\" SET \"Hash\" = '{forged}' WHERE \"Sequence\" = {_last}"
        );
    }

    [Fact]
    public Task A_deleted_first_row_is_found() =>
        ShouldBreakAtAsync(1, "missing", "DELETE FROM \"AuditEntries\" WHERE \"Sequence\" = 1");

    [Fact]
    public Task A_deleted_row_is_found() =>
        ShouldBreakAtAsync(2, "missing", "DELETE FROM \"AuditEntries\" WHERE \"Sequence\" = 2");

    [Fact]
    public Task A_deleted_last_row_is_found() =>
        ShouldBreakAtAsync(_last, "missing", $"DELETE FROM \"AuditEntries\" WHERE \"Sequence\" = {_last}");

    [Fact]
    public Task An_emptied_audit_is_found() => ShouldBreakAtAsync(1, "missing", "DELETE FROM \"AuditEntries\"");

    [Fact]
    public Task A_row_put_in_front_is_found() => ShouldBreakAtAsync(0, "inserted", InsertAs(0));

    [Fact]
    public Task A_row_put_in_the_place_of_another_is_found() =>
        ShouldBreakAtAsync(2, "changed", $"DELETE FROM \"AuditEntries\" WHERE \"Sequence\" = 2; {InsertAs(2)}");

    [Fact]
    public async Task A_row_put_at_the_end_is_found_however_well_it_is_forged()
    {
        // By the very code that appends, but for the head, which stays as it was.
        var head = await _db.AuditHeads.AsNoTracking().FirstAsync();
        _db.AuditEntries.Add(
            head.Append(
                new(Guid.Empty, "forged", api.Clock.GetUtcNow()),
                new(AuditKind.Project, "x", null, AuditAction.Removed, "[]")
            )
        );
        await _db.SaveChangesAsync();
        await ShouldBreakAtAsync(_last + 1, "inserted");
    }

    [Fact]
    public Task A_head_that_is_gone_is_found() => ShouldBreakAtAsync(_last, "head", "DELETE FROM \"AuditHeads\"");

    [Fact]
    public async Task A_row_that_cannot_even_be_read_is_found()
    {
        // Only SQLite takes any text in any column.
        if (_db.Provider.Name == "Sqlite")
            await ShouldBreakAtAsync(
                3,
                "changed",
                "UPDATE \"AuditEntries\" SET \"UserId\" = 'nobody' WHERE \"Sequence\" = 3"
            );
    }

    private static string InsertAs(long sequence) =>
        $"""
            INSERT INTO "AuditEntries" ("Sequence", "RecordedAt", "UserId", "RequestId", "Kind", "EntityId", "ProjectId", "Action", "Changes", "PreviousHash", "Hash")
            SELECT {sequence}, "RecordedAt", "UserId", "RequestId", "Kind", "EntityId", "ProjectId", "Action", "Changes", "PreviousHash", "Hash" FROM "AuditEntries" WHERE "Sequence" = 1
            """;

    private async Task<string> ForgeAsync(long sequence)
    {
        await RunAsync($"UPDATE \"AuditEntries\" SET \"RequestId\" = 'another' WHERE \"Sequence\" = {sequence}");
        return (await _db.AuditEntries.AsNoTracking().FirstAsync(e => e.Sequence == sequence)).ComputeHash();
    }

    private async Task ShouldBreakAtAsync(long sequence, string code, string? sql = null)
    {
        if (sql is not null)
            await RunAsync(sql);
        var found = await VerifyAsync();
        (found.Valid, found.FirstBroken?.Sequence, Codes.Of(found.FirstBroken!.Code))
            .Should()
            .Be((false, sequence, code));
        found.FirstBroken.Reason.Should().NotBeEmpty();
    }

    // In the same transaction, as whoever works at the command line.
    private Task<AuditVerificationReply> VerifyAsync() =>
        _scope.ServiceProvider.GetRequiredService<IMediator>().Send(new VerifyAudit());

    private Task<int> RunAsync(string sql) => _db.Database.ExecuteSqlRawAsync(sql);
}
