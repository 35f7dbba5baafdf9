using System.Text.RegularExpressions;

namespace Pipeline.Architecture.Tests;

/// <summary>What knows a database lies behind its door (docs/adr/0001): its types and names appear in the folder of providers alone.</summary>
public sealed partial class ProviderTests
{
    private const string Door = "Pipeline.Infrastructure/Persistence/Providers/";

    [Fact]
    public void A_providers_name_appears_behind_its_door_alone() =>
        Directory
            .EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Source, file).Replace('\\', '/'))
            .Where(file =>
                !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
            )
            .SelectMany(file => Named(file, File.ReadAllText(Path.Combine(Source, file))))
            .Should()
            .BeEmpty();

    [Theory]
    [InlineData("if (db.Database.IsSqlite())")]
    [InlineData("using Microsoft.Data.SqlClient;")]
    [InlineData("catch (NpgsqlException e)")]
    [InlineData("UsePostgreSql(options)")]
    [InlineData("x is SqlException")]
    public void A_planted_name_is_found(string line)
    {
        Named("Pipeline.Api/Planted.cs", line).Should().ContainSingle();
        Named(Door + "Some/Planted.cs", line).Should().BeEmpty();
    }

    private static IEnumerable<string> Named(string file, string text) =>
        file.StartsWith(Door, StringComparison.Ordinal)
            ? []
            : Name().Matches(text).Select(match => $"{file} names {match.Value}").Distinct();

    private static string Source
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Pipeline.sln")))
                folder = folder.Parent ?? throw new InvalidOperationException("The tests run within the repository.");
            return Path.Combine(folder.FullName, "src");
        }
    }

    // As code writes them; prose says SQLite, SQL Server and PostgreSQL.
    [GeneratedRegex("Sqlite|SqlServer|SqlClient|SqlException|Npgsql|PostgreSql")]
    private static partial Regex Name();
}
