namespace Pipeline.SqlServer.Tests;

/// <summary>Every rule finds what was planted for it, and nothing in SQL that a server takes.</summary>
public sealed class TSqlCheckerTests
{
    private static readonly TSqlChecker Checker = new(
        TSqlSchema.Of(
            """
            CREATE TABLE [Projects] ([Id] uniqueidentifier NOT NULL, [Code] nvarchar(100) NOT NULL, [Phase] int NOT NULL, [StartedOn] date NOT NULL);
            CREATE TABLE [Commitments] ([Id] uniqueidentifier NOT NULL, [ProjectId] uniqueidentifier NOT NULL, [Cents] bigint NOT NULL);
            CREATE TABLE [Deliveries] ([Id] uniqueidentifier NOT NULL, [CommitmentId] uniqueidentifier NOT NULL, [Cents] bigint NOT NULL);
            """
        )
    );

    [Theory]
    [InlineData("SELECT [p].[Id] FROM AS [p]", "Does not parse")]
    [InlineData("SELECT [p].[Id] FROM [Projects] AS [p] LIMIT 1", "Does not parse")]
    [InlineData("SELECT [p].[Id] FROM [Project] AS [p]", "no table 'Project'")]
    [InlineData("SELECT 1 WHERE EXISTS (SELECT 1 FROM [Nothing] AS [n])", "no table 'Nothing'")]
    [InlineData("SELECT [p].[Name] FROM [Projects] AS [p]", "no column 'Name' in 'p'")]
    [InlineData("SELECT [p].[id] FROM [Projects] AS [p]", "no column 'id' in 'p'")]
    [InlineData("SELECT [Name] FROM [Projects]", "no column 'Name' here")]
    [InlineData(
        "SELECT [Cents] FROM [Commitments] AS [c] INNER JOIN [Deliveries] AS [d] ON [d].[CommitmentId] = [c].[Id]",
        "could be of 2 tables"
    )]
    [InlineData("SELECT [q].[Id] FROM [Projects] AS [p]", "there is no 'q' here")]
    [InlineData(
        "SELECT [p].[Id] FROM [Projects] AS [p] INNER JOIN [Commitments] AS [c] ON [c].[Project] = [p].[Id]",
        "no column 'Project' in 'c'"
    )]
    [InlineData("SELECT [p].[Id] FROM [Projects] AS [p] ORDER BY [p].[Name]", "no column 'Name' in 'p'")]
    [InlineData("SELECT DATEPART(year, [p].[EndedOn]) FROM [Projects] AS [p]", "no column 'EndedOn' in 'p'")]
    [InlineData("SELECT [t].[Phase] FROM (SELECT [p].[Id] FROM [Projects] AS [p]) AS [t]", "no column 'Phase' in 't'")]
    [InlineData(
        "SELECT [t].[Id] FROM (SELECT [p].[Name] AS [Id] FROM [Projects] AS [p]) AS [t]",
        "no column 'Name' in 'p'"
    )]
    [InlineData(
        "WITH [t] AS (SELECT [p].[Id] FROM [Projects] AS [p]) SELECT [t].[Code] FROM [t]",
        "no column 'Code' in 't'"
    )]
    [InlineData(
        "SELECT [t].[Id] FROM [Projects] AS [p] INNER JOIN (SELECT [c].[Id] FROM [Commitments] AS [c] WHERE [c].[ProjectId] = [p].[Id]) AS [t] ON 1 = 1",
        "there is no 'p' here"
    )]
    [InlineData(
        "SELECT [p].[Id] FROM [Projects] AS [p] OUTER APPLY (SELECT [c].[Id] FROM [Commitments] AS [c] WHERE [c].[ProjectId] = [p].[Key]) AS [t]",
        "no column 'Key' in 'p'"
    )]
    [InlineData(
        "SELECT [p].[Id] FROM [Projects] AS [p] WHERE EXISTS (SELECT 1 FROM [Commitments] AS [c] WHERE [c].[ProjectId] = [p].[Key])",
        "no column 'Key' in 'p'"
    )]
    [InlineData(
        "SELECT [p].[Id] FROM [Projects] AS [p] WHERE [p].[Id] IN (SELECT [c].[Project] FROM [Commitments] AS [c])",
        "no column 'Project' in 'c'"
    )]
    [InlineData("SELECT [q].* FROM [Projects] AS [p]", "there is no such table here")]
    [InlineData("SELECT 1 FROM [Projects] AS [p] INNER JOIN [Commitments] AS [p] ON 1 = 1", "names two tables")]
    [InlineData("SELECT [t].[Id] FROM (SELECT [p].[Id], 1 FROM [Projects] AS [p]) AS [t]", "has no name")]
    [InlineData(
        "SELECT [t].[Code] FROM (SELECT [p].[Id], [p].[Code] AS [Id], [p].[Code] FROM [Projects] AS [p]) AS [t]",
        "more than once"
    )]
    [InlineData(
        "SELECT [p].[Id] FROM [Projects] AS [p] UNION ALL SELECT [c].[Id], [c].[Cents] FROM [Commitments] AS [c]",
        "1 columns with 2"
    )]
    [InlineData(
        "SELECT SUM((SELECT SUM([d].[Cents]) FROM [Deliveries] AS [d] WHERE [d].[CommitmentId] = [c].[Id])) FROM [Commitments] AS [c]",
        "aggregate over a subquery"
    )]
    [InlineData(
        "SELECT COUNT(CASE WHEN EXISTS (SELECT 1 FROM [Deliveries] AS [d] WHERE [d].[CommitmentId] = [c].[Id]) THEN 1 END) FROM [Commitments] AS [c]",
        "aggregate over a subquery"
    )]
    [InlineData(
        "SELECT MAX(COALESCE((SELECT TOP(1) [d].[Cents] FROM [Deliveries] AS [d]), 0)) FROM [Commitments] AS [c] GROUP BY [c].[ProjectId]",
        "aggregate over a subquery"
    )]
    [InlineData(
        "SELECT SUM(COUNT(*)) FROM [Commitments] AS [c] GROUP BY [c].[ProjectId]",
        "aggregate over an aggregate"
    )]
    [InlineData("SELECT AVG(1 + MIN([c].[Cents])) FROM [Commitments] AS [c]", "aggregate over an aggregate")]
    [InlineData(
        "SELECT (SELECT SUM([c].[Cents] + [d].[Cents]) FROM [Deliveries] AS [d]) FROM [Commitments] AS [c]",
        "error 8124"
    )]
    [InlineData(
        "SELECT [c].[ProjectId], [c].[Cents] FROM [Commitments] AS [c] GROUP BY [c].[ProjectId]",
        "'[c] . [Cents]' is neither grouped by nor aggregated"
    )]
    [InlineData(
        "SELECT [c].[ProjectId], COUNT(*) FROM [Commitments] AS [c]",
        "'[c] . [ProjectId]' is neither grouped by nor aggregated"
    )]
    [InlineData(
        "SELECT COUNT(*) FROM [Commitments] AS [c] GROUP BY [c].[ProjectId] ORDER BY [c].[Cents]",
        "'[c] . [Cents]' is neither grouped by nor aggregated"
    )]
    [InlineData(
        "SELECT (SELECT COUNT(*) FROM [Deliveries] AS [d] WHERE [d].[CommitmentId] = [c].[Id]) FROM [Commitments] AS [c] GROUP BY [c].[ProjectId]",
        "'[c] . [Id]' is neither grouped by nor aggregated"
    )]
    [InlineData(
        "SELECT (SELECT COUNT(*) FROM [Projects] AS [q] WHERE DATEPART(year, [q].[StartedOn]) = DATEPART(year, [p].[StartedOn])) FROM [Projects] AS [p] GROUP BY DATEPART(year, [p].[StartedOn])",
        "'[p] . [StartedOn]' is neither grouped by nor aggregated"
    )]
    [InlineData("SELECT COUNT(*) FROM [Projects] AS [p] GROUP BY [p].[Phase], @__phase_0", "error 164")]
    [InlineData(
        "SELECT COUNT(*) FROM [Commitments] AS [c] GROUP BY (SELECT [p].[Phase] FROM [Projects] AS [p] WHERE [p].[Id] = [c].[ProjectId])",
        "error 144"
    )]
    [InlineData(
        "SELECT [t].[Id] FROM (SELECT [p].[Id] FROM [Projects] AS [p] ORDER BY [p].[Code]) AS [t]",
        "ORDER BY clause is not valid"
    )]
    [InlineData(
        "SELECT (SELECT [p].[Id] FROM [Projects] AS [p] ORDER BY [p].[Code]) AS [Id]",
        "ORDER BY clause is not valid"
    )]
    [InlineData("SELECT DISTINCT [p].[Code] FROM [Projects] AS [p] ORDER BY [p].[Id]", "error 145")]
    [InlineData("INSERT INTO [Projects] ([Id], [Name]) VALUES (1, 'a')", "no column 'Name' here")]
    [InlineData("INSERT INTO [Portfolios] ([Id]) VALUES (1)", "no table 'Portfolios'")]
    [InlineData("UPDATE [p] SET [p].[Name] = 'a' FROM [Projects] AS [p]", "no column 'Name' in 'p'")]
    [InlineData("UPDATE [Projects] SET [Code] = 'a' WHERE [Name] = 'b'", "no column 'Name' here")]
    [InlineData("DELETE FROM [Projects] WHERE [Name] = 'b'", "no column 'Name' here")]
    [InlineData(
        "MERGE [Projects] AS [p] USING [Commitments] AS [c] ON [p].[Id] = [c].[ProjectId] WHEN MATCHED THEN DELETE;",
        "MERGE is not read here"
    )]
    [InlineData("EXEC(N'DELETE FROM [Holdings]')", "no table 'Holdings'")]
    [InlineData("EXEC(N'SELECT 1 FROM')", "Does not parse")]
    [InlineData(
        "EXEC(N'CREATE TRIGGER [t] ON [Projects] AFTER UPDATE AS BEGIN IF EXISTS (SELECT 1 FROM deleted AS d WHERE d.[Name] = 1) RETURN; END')",
        "no column 'Name' in 'd'"
    )]
    [InlineData("SELECT 1 FROM deleted", "no table 'deleted'")]
    public void Planted_error_is_found(string sql, string error) =>
        Checker.Check(sql).Should().ContainSingle().Which.Should().Contain(error);

    [Theory]
    [InlineData(
        "SELECT CASE WHEN EXISTS (SELECT 1 FROM [Projects] AS [p] WHERE [p].[Code] = @__code_0) THEN CAST(1 AS bit) ELSE CAST(0 AS bit) END"
    )]
    [InlineData("SELECT TOP(1) [Id], [Code] FROM [Projects] WHERE [Phase] = 1 ORDER BY [Code]")]
    [InlineData(
        "SELECT [p].[Code] AS [c] FROM [Projects] AS [p] ORDER BY [c], [p].[Id] OFFSET @__p_0 ROWS FETCH NEXT @__p_1 ROWS ONLY"
    )]
    [InlineData("SELECT [t].* FROM (SELECT [p].* FROM [Projects] AS [p]) AS [t] WHERE [t].[Phase] = 1")]
    [InlineData(
        "SELECT [t].[Code] FROM (SELECT TOP(5) [p].[Code] FROM [Projects] AS [p] ORDER BY [p].[Id]) AS [t] LEFT JOIN [Projects] AS [p] ON [p].[Code] = [t].[Code]"
    )]
    [InlineData(
        "SELECT [p].[Id], [t].[Cents] FROM [Projects] AS [p] CROSS APPLY (SELECT [c].[Cents] FROM [Commitments] AS [c] WHERE [c].[ProjectId] = [p].[Id]) AS [t]"
    )]
    [InlineData(
        "SELECT [p].[Id], (SELECT TOP(1) [c].[Cents] FROM [Commitments] AS [c] WHERE [c].[ProjectId] = [p].[Id] ORDER BY [c].[Cents]) FROM [Projects] AS [p]"
    )]
    [InlineData(
        "WITH [t] ([Key]) AS (SELECT [p].[Id] FROM [Projects] AS [p]) SELECT [t].[Key] FROM [t] INNER JOIN [Commitments] AS [c] ON [c].[ProjectId] = [t].[Key]"
    )]
    [InlineData(
        "SELECT DATEPART(month, [p].[StartedOn]) AS [Month], COUNT(*) AS [Count] FROM [Projects] AS [p] GROUP BY DATEPART(month, [p].[StartedOn]) ORDER BY DATEPART(month, [p].[StartedOn])"
    )]
    [InlineData(
        "SELECT [p].[Phase], COUNT(DISTINCT([p].[Id])), COALESCE(SUM(CASE WHEN [p].[Phase] = 1 THEN 1 ELSE 0 END), 0) FROM [Projects] AS [p] GROUP BY [p].[Phase] HAVING COUNT(*) > 1"
    )]
    [InlineData(
        "SELECT [c].[ProjectId], (SELECT COUNT(*) FROM [Projects] AS [p] WHERE [p].[Id] = [c].[ProjectId]) FROM [Commitments] AS [c] GROUP BY [c].[ProjectId]"
    )]
    [InlineData(
        "SELECT SUM([t].[Sum]) FROM (SELECT SUM([c].[Cents]) AS [Sum] FROM [Commitments] AS [c] GROUP BY [c].[ProjectId]) AS [t]"
    )]
    [InlineData(
        "SELECT [c].[Id], SUM(COUNT(*)) OVER (PARTITION BY [c].[Id]) FROM [Commitments] AS [c] GROUP BY [c].[Id]"
    )]
    [InlineData(
        "SELECT [c].[Id], ROW_NUMBER() OVER (PARTITION BY [c].[ProjectId] ORDER BY [c].[Cents]) AS [row] FROM [Commitments] AS [c]"
    )]
    [InlineData(
        "SELECT [p].[Id] FROM [Projects] AS [p] UNION ALL (SELECT [c].[ProjectId] FROM [Commitments] AS [c]) ORDER BY [Id]"
    )]
    [InlineData("SELECT DISTINCT [p].[Code] FROM [Projects] AS [p] ORDER BY [p].[Code]")]
    [InlineData("SELECT [v].[Value] FROM (VALUES (1), (2)) AS [v]([Value])")]
    [InlineData("SELECT [j].[value] FROM OPENJSON(@ids) AS [j]")]
    [InlineData("SELECT [d].[name] FROM [sys].[default_constraints] AS [d]")]
    [InlineData("IF OBJECT_ID(N'[Projects]') IS NULL SELECT 1")]
    [InlineData("INSERT INTO [Projects] ([Id], [Code]) SELECT [c].[Id], N'a' FROM [Commitments] AS [c]")]
    [InlineData(
        "UPDATE [p] SET [p].[Code] = N'a' FROM [Projects] AS [p] INNER JOIN [Commitments] AS [c] ON [c].[ProjectId] = [p].[Id]"
    )]
    [InlineData("SET NOCOUNT ON; UPDATE [Projects] SET [Code] = @p0 WHERE [Id] = @p1; SELECT @@ROWCOUNT;")]
    [InlineData("DELETE FROM [Projects] WHERE [Id] = @p0")]
    [InlineData(
        "EXEC(N'CREATE TRIGGER [t] ON [Projects] INSTEAD OF UPDATE, DELETE AS BEGIN IF EXISTS (SELECT 1 FROM deleted AS d WHERE d.[Code] = 1) THROW 51000, ''no'', 1; END')"
    )]
    public void Correct_sql_passes(string sql) => Checker.Check(sql).Should().BeEmpty();
}
