using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Common;
using Pipeline.Domain.Portfolios;
using Pipeline.Domain.Support;
using Pipeline.Infrastructure.Persistence.Providers.Sqlite;

namespace Pipeline.SqlServer.Tests;

/// <summary>The mirror sees every kind of query, in SQL Server's language, and says so when SQLite alone takes it.</summary>
[SqliteOnly("What SQL Server would take is read without a server.")]
public sealed class QueryMirrorTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();
    private readonly QueryMirror _mirror = new();
    private readonly SqlitePipelineDbContext _db;

    public QueryMirrorTests()
    {
        _db = Context(_mirror);
        _db.Database.EnsureCreated();
    }

    public void Dispose()
    {
        _db.Dispose();
        SqliteConnection.ClearAllPools();
        File.Delete(_file);
    }

    [Fact]
    public async Task Query_answers_from_sqlite_and_is_noted_for_sql_server()
    {
        await _db.Database.ExecuteSqlAsync(
            $"INSERT INTO Organisations (Id, Name, NameKey, ActorProfile, Country, Version) VALUES ({Guid.Empty}, 'Wimoov', 'wimoov', 1, 'FR', 1)"
        );
        var name = "Wimoov";
        (await _db.Organisations.Where(o => o.Name == name).Select(o => o.Country).ToListAsync()).Should().Equal("FR");
        _mirror
            .Sql.Should()
            .ContainSingle()
            .Which.Should()
            .StartWith("SELECT [o].[Country]")
            .And.Contain("[o].[Name] = @Value")
            .And.NotContain("\"");
        _mirror.Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task Query_that_ends_in_a_value_is_noted()
    {
        await _db.Projects.AnyAsync(p => p.Code == "A");
        await _db.Commitments.SumAsync(c => c.Cents);
        await _db.Projects.CountAsync();
        _ = _db.Projects.Max(p => (DateOnly?)p.StartedOn);
        await _db.Projects.OrderBy(p => p.Code).FirstOrDefaultAsync();
        await _db.Users.FindAsync(Guid.Empty);
        _mirror.Sql.Should().HaveCount(6);
        foreach (
            var start in (string[])
                [
                    "SELECT CASE",
                    "SELECT COALESCE(SUM([c].[Cents])",
                    "SELECT COUNT(*)",
                    "SELECT MAX([p].[StartedOn])",
                    "SELECT TOP(1) [p].[Id]",
                    "SELECT TOP(1) [u].[Id]",
                ]
        )
            _mirror.Sql.Should().ContainSingle(s => s.StartsWith(start, StringComparison.Ordinal));
        _mirror.Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task Queries_of_a_split_query_are_all_noted()
    {
        await FluentActions
            .Awaiting(() => _db.LoadProjectAsync(Guid.Empty, null, CancellationToken.None))
            .Should()
            .ThrowAsync<Exception>();
        _mirror.Findings.Should().BeEmpty();
        foreach (
            var table in (string[])["Projects", "Territories", "Stakeholders", "ProjectOwners", "TransitionDecisions"]
        )
            _mirror.Sql.Should().Contain(s => s.Contains($"[{table}]", StringComparison.Ordinal));
        _mirror.Sql.Should().HaveCount(5);
    }

    [Fact]
    public async Task Queries_inside_of_queries_and_parameters_are_taken_along()
    {
        var (lever, ids) = (Lever.Funding, new List<Guid> { Guid.Empty });
        var funded = _db.Commitments.Where(c => c.Lever == lever && ids.Contains(c.ProjectId));
        await _db
            .Projects.Where(p => funded.Any(c => c.ProjectId == p.Id))
            .GroupBy(p => p.Phase)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync();
        _mirror
            .Sql.Should()
            .ContainSingle()
            .Which.Should()
            .Contain("EXISTS")
            .And.Contain("@Value")
            .And.Contain("GROUP BY");
        _mirror.Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task Query_that_is_compiled_once_is_noted_by_each_mirror_that_it_passes()
    {
        var holders = Compiled.Query(
            (DbContext db, Guid id, PortfolioRole role) =>
                db.Set<PortfolioMember>().Where(m => m.PortfolioId == id && m.Role == role).Select(m => m.UserId)
        );
        var other = new QueryMirror();
        await using var beside = Context(other);
        foreach (var db in new[] { _db, beside })
            await holders(db, Guid.Empty, PortfolioRole.Manager).ToListAsync();
        foreach (var mirror in new[] { _mirror, other })
        {
            mirror.Sql.Should().ContainSingle().Which.Should().StartWith("SELECT [p].[UserId]").And.Contain("= @Value");
            mirror.Findings.Should().BeEmpty();
        }
    }

    [Fact]
    public async Task Null_parameter_makes_another_query()
    {
        foreach (var country in new[] { "FR", "DE", null })
            await _db.Organisations.CountAsync(o => o.Country == country);
        _mirror.Sql.Should().HaveCount(2);
        _mirror.Sql.Should().ContainSingle(s => s.Contains("IS NULL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_sqlite_alone_takes_is_found()
    {
        (await Globs(_db)).Should().BeEmpty();
        _mirror.Findings.Should().ContainSingle().Which.Should().Contain("Glob");
    }

    [Fact]
    public async Task Sql_of_ones_own_is_found()
    {
        await _db.Projects.FromSqlRaw("SELECT * FROM \"Projects\"").Select(p => p.Id).ToListAsync();
        _mirror.Findings.Should().ContainSingle().Which.Should().Contain("SQL of its own");
    }

    [Fact]
    public async Task Strict_mirror_throws_where_the_query_is_run()
    {
        await using var strict = Context(new QueryMirror(throwAtOnce: true));
        (await strict.Projects.CountAsync()).Should().Be(0);
        for (var time = 1; time <= 2; time++)
            await FluentActions
                .Awaiting(() => Globs(strict))
                .Should()
                .ThrowAsync<SqlServerWouldRefuseException>()
                .WithMessage("*Glob*");
        await FluentActions
            .Awaiting(() => strict.Projects.FromSqlRaw("SELECT * FROM \"Projects\"").ToListAsync())
            .Should()
            .ThrowAsync<SqlServerWouldRefuseException>();
    }

    // Planted: a function that SQLite alone has.
    private static Task<List<Guid>> Globs(SqlitePipelineDbContext db) =>
        db.Projects.Where(p => EF.Functions.Glob(p.Code, "A*")).Select(p => p.Id).ToListAsync();

    private SqlitePipelineDbContext Context(QueryMirror mirror)
    {
        var options = new DbContextOptionsBuilder<SqlitePipelineDbContext>();
        SqliteProvider.Configure(options, $"Data Source={_file}");
        mirror.AttachTo(options);
        return new(options.Options);
    }
}
