using Microsoft.Data.Sqlite;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Common;

namespace Pipeline.Api.Tests.Audit;

/// <summary><c>verify-audit</c> as people run it, on a database that nobody serves.</summary>
[SqliteOnly("What is tampered with is the file.")]
public sealed class VerifyAuditCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-verify-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_says_in_a_sentence_whether_the_audit_holds()
    {
        (await RunAsync("create-admin", "admin@test.pipeline")).ExitCode.Should().Be(0);
        Ask("SELECT UserId FROM AuditEntries")
            .Should()
            .BeEquivalentTo($"{Operator.Id}", "whoever holds the machine did it");
        Ask("SELECT RequestId FROM AuditEntries").Should().StartWith("cli-");
        var sound = await RunAsync("verify-audit");
        (sound.ExitCode, sound.Error).Should().Be((0, ""));
        sound
            .Output.Trim()
            .Should()
            .Be($"The audit holds: 1 entry, the last one's hash is {Ask("SELECT Hash FROM AuditEntries")}.");

        Ask("DROP TRIGGER AuditEntries_no_delete; DELETE FROM AuditEntries");
        var broken = await RunAsync("verify-audit");
        (broken.ExitCode, broken.Error.Trim()).Should().Be((1, "The audit does not hold. Entry 1 is missing."));
        (await RunAsync("verify-audit", "twice")).Error.Should().Contain("'twice' is not expected here");
    }

    private Task<CommandLine.Ended> RunAsync(params string[] arguments) => CommandLine.RunAsync(_folder, arguments);

    private string? Ask(string sql)
    {
        using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(_folder, "pipeline.db")};Pooling=False"
        );
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString();
    }
}
