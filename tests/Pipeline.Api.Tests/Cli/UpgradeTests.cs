using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Pipeline.Api.Tests.Common;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Api.Tests.Cli;

/// <summary>A database of the first schema, with a portfolio in it, under today's program.</summary>
public sealed class UpgradeTests(UpgradeTests.EarlierDatabase api) : IClassFixture<UpgradeTests.EarlierDatabase>
{
    [Fact]
    public async Task Everything_that_was_there_is_there_and_what_is_new_works()
    {
        var portfolio = (await api.Administrator.GetAsync("portfolios")).ShouldBe(200);
        var dashboard = (
            await api.Administrator.GetAsync($"portfolios/{portfolio.Id("items.0.id")}/dashboard")
        ).ShouldBe(200);
        (dashboard.Number("projects.total"), dashboard.Figure("totals.committed.amount")).Should().Be((12, 2_708_500m));
        (
            await api.Anonymous()
                .PostAsync("auth/login", new { email = "manager@demo.pipeline", password = "demonstration" })
        ).ShouldBe(200);
        (await api.Administrator.GetAsync("auth/sessions")).ShouldBe(200).Items().Should().NotBeEmpty();
        var audit = (await api.Administrator.GetAsync("audit/verify")).ShouldBe(200);
        (audit.Flag("valid"), audit.Number("entries"))
            .Should()
            .Be((true, 2), "the chain begins with the upgrade: two sign-ins");
    }

    [Fact]
    public async Task What_is_written_once_is_still_locked()
    {
        var rewrite = () =>
            api.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("""UPDATE "Deliveries" SET "Cents" = 1"""));
        await rewrite.Should().ThrowAsync<Exception>().WithMessage("*append-only*");
        var forget = () => api.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("""DELETE FROM "Transitions" """));
        await forget.Should().ThrowAsync<Exception>().WithMessage("*append-only*");
    }

    /// <summary>The demonstration, taken back to the schema that was the first to be published.</summary>
    public sealed class EarlierDatabase : PipelineApi
    {
        protected override async Task FillAsync(string folder, IReadOnlyDictionary<string, string> settings)
        {
            foreach (var arguments in new string[][] { ["seed-demo"], ["create-admin", AdministratorEmail] })
                (await CommandLine.RunAsync(folder, arguments, settings)).ExitCode.Should().Be(0);
            await using var db = Open(
                settings["Pipeline__Database__Provider"],
                settings["ConnectionStrings__Pipeline"]
            );
            await db.GetService<IMigrator>().MigrateAsync("AppendOnly");
            (await DatabaseStart.PendingAsync(db, CancellationToken.None)).Should().HaveCountGreaterThanOrEqualTo(2);
        }

        private static PipelineDbContext Open(string provider, string connection)
        {
            if (provider == "Sqlite")
            {
                var sqlite = new DbContextOptionsBuilder<SqlitePipelineDbContext>();
                DatabaseRegistration.UseSqlite(sqlite, connection);
                return new SqlitePipelineDbContext(sqlite.Options);
            }
            var server = new DbContextOptionsBuilder<SqlServerPipelineDbContext>();
            DatabaseRegistration.UseSqlServer(server, connection);
            return new SqlServerPipelineDbContext(server.Options);
        }
    }
}
