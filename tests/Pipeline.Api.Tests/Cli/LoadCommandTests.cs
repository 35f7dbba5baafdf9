using System.Text;
using Microsoft.Data.Sqlite;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Cli;

/// <summary><c>tools/Pipeline.Seeder</c> as people run it.</summary>
[SqliteOnly("Commands are run on the file that they make by themselves.")]
public sealed class LoadCommandTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("pipeline-load-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task The_same_seed_and_day_make_the_same_rows_another_seed_makes_others()
    {
        var (one, two, other) = (Folder("one"), Folder("two"), Folder("other"));
        await Generate(one, "--seed", "5", "--modules");
        await Generate(two, "--seed", "5", "--modules");
        await Generate(other, "--seed", "6");
        Content(two).Should().Be(Content(one));
        Content(other).Should().NotBe(Content(one));
    }

    [Fact]
    public async Task Modules_are_beside_the_same_lives()
    {
        var (with, without) = (Folder("with"), Folder("without"));
        await Generate(with, "--seed", "5", "--modules");
        await Generate(without, "--seed", "5");
        foreach (
            var same in new[]
            {
                "SELECT COUNT(*), SUM(Cents), MIN(AgreedOn), COUNT(DISTINCT Id) FROM Commitments",
                "SELECT COUNT(*), SUM(Cents), MAX(DeliveredOn) FROM Deliveries",
                "SELECT group_concat(Id || Phase || Standing) FROM (SELECT * FROM Projects ORDER BY Id)",
            }
        )
            Ask(with, same).Should().Be(Ask(without, same));
        Ask(without, "SELECT COUNT(*) FROM DocumentVersions").Should().Be("0");
        Ask(with, "SELECT COUNT(DISTINCT Kind) FROM DocumentVersions WHERE Kind < 14")
            .Should()
            .Be("13", "one in ten takes part");
        Ask(with, "SELECT COUNT(DISTINCT Kind) FROM FactEntries").Should().Be("4");
    }

    [Fact]
    public async Task A_second_run_is_refused_and_writes_nothing_unless_it_is_told_to_add()
    {
        var folder = Folder("twice");
        await Generate(folder, "--seed", "5");
        var before = Content(folder);
        var again = await CommandLine.SeedAsync(folder, ["--projects", "12", "--seed", "6"]);
        again.ExitCode.Should().Be(1);
        again.Error.Should().Contain("The database has portfolios already: with --add");
        Content(folder).Should().Be(before);

        await Generate(folder, "--seed", "5", "--add");
        Ask(folder, "SELECT COUNT(*) FROM Projects").Should().Be("24");
        Ask(folder, "SELECT COUNT(*) FROM Users").Should().Be("4", "the people of the first run are taken again");
        Ask(folder, "SELECT COUNT(DISTINCT Code) || ' of ' || COUNT(*) FROM Portfolios").Should().Be("4 of 4");
        (await CommandLine.RunAsync(folder, ["verify-audit"])).ExitCode.Should().Be(0);
    }

    [Theory]
    [InlineData("Option '--projects' is required")]
    [InlineData("--projects is 'many'; a whole number from 1 to 1000000 is expected", "--projects", "many")]
    [InlineData("--projects is '0'", "--projects", "0")]
    [InlineData("--projects is '1000001'", "--projects", "1000001")]
    [InlineData("--seed is '-1'", "--projects", "5", "--seed", "-1")]
    [InlineData("Required argument missing for option: '--seed'", "--projects", "5", "--seed")]
    [InlineData("--sizes is 'x'", "--projects", "5", "--sizes", "3,x")]
    [InlineData("--sizes asks for 6 projects; --projects allows 5 in all", "--projects", "5", "--sizes", "3,3")]
    [InlineData("--until is 'soon'", "--projects", "5", "--until", "soon")]
    [InlineData("--until is '2999-01-01', which is still to come", "--projects", "5", "--until", "2999-01-01")]
    [InlineData("'twice' is not expected here", "--projects", "5", "twice")]
    public async Task What_cannot_be_asked_for_is_said_in_a_sentence(string sentence, params string[] arguments)
    {
        var folder = Folder("wrong");
        var ended = await CommandLine.SeedAsync(folder, arguments);
        ended.ExitCode.Should().Be(1);
        ended.Error.Should().Contain(sentence).And.NotContain("   at ");
        Directory.EnumerateFiles(folder, "*.db").Should().BeEmpty();
    }

    private static async Task Generate(string folder, params string[] more)
    {
        var ended = await CommandLine.SeedAsync(
            folder,
            ["--projects", "12", "--sizes", "4", "--until", "2025-06-30", .. more]
        );
        ended.ExitCode.Should().Be(0, "{0}{1}", ended.Output, ended.Error);
    }

    private string Folder(string name) => Directory.CreateDirectory(Path.Combine(_root, name)).FullName;

    /// <summary>Every value of every row that was generated, with people, whose ids are drawn by chance, by their addresses.</summary>
    private static string Content(string folder)
    {
        var text = new StringBuilder();
        using var connection = Open(folder);
        var people = Rows(connection, "SELECT Id, Email FROM Users");
        // In a document they stand among other words.
        string Named(string value) =>
            people.Aggregate(
                value,
                (text, person) => text.Replace(person[0], person[1], StringComparison.OrdinalIgnoreCase)
            );
        var tables = Rows(
                connection,
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'User%' AND name NOT LIKE 'Audit%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' ORDER BY name"
            )
            .ConvertAll(row => row[0]);
        tables.Should().Contain(["Projects", "Transitions", "Deliveries", "PortfolioMembers"]);
        foreach (var table in tables)
        foreach (
            var line in Rows(connection, $"SELECT * FROM \"{table}\"")
                .Select(row => Named(string.Join('|', row)))
                .Order(StringComparer.Ordinal)
        )
            text.Append(table).Append(": ").AppendLine(line);
        return text.ToString();
    }

    private static List<string[]> Rows(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i).ToString()!)]);
        return rows;
    }

    private static string? Ask(string folder, string sql)
    {
        using var connection = Open(folder);
        return string.Join('|', Rows(connection, sql)[0]);
    }

    private static SqliteConnection Open(string folder)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "pipeline.db")};Pooling=False");
        connection.Open();
        return connection;
    }
}
