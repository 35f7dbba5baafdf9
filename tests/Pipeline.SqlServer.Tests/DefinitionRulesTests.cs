namespace Pipeline.SqlServer.Tests;

/// <summary>Each rule finds what was planted for it.</summary>
public sealed class DefinitionRulesTests
{
    private const string Tables = """
        CREATE TABLE [A] ([Id] int NOT NULL, [Name] nvarchar(450) NOT NULL, CONSTRAINT [PK_A] PRIMARY KEY ([Id]));
        CREATE TABLE [B] ([Id] int NOT NULL, [AId] int NOT NULL, CONSTRAINT [PK_B] PRIMARY KEY ([Id]), CONSTRAINT [FK_B_A] FOREIGN KEY ([AId]) REFERENCES [A] ([Id]) ON DELETE CASCADE);
        GO

        """;

    [Theory]
    [InlineData("CREATE INDEX [I] ON [A] ([Code]);", "Index 'I' names column 'Code'")]
    [InlineData(
        "CREATE TABLE [C] ([Id] int NOT NULL, CONSTRAINT [PK_C] PRIMARY KEY ([Key]));",
        "Key 'PK_C' names column 'Key'"
    )]
    [InlineData(
        "CREATE TABLE [C] ([Id] int NOT NULL, CONSTRAINT [FK_C] FOREIGN KEY ([AId]) REFERENCES [A] ([Id]));",
        "Foreign key 'FK_C' names column 'AId'"
    )]
    [InlineData(
        "CREATE TABLE [C] ([AId] int NOT NULL, CONSTRAINT [FK_C] FOREIGN KEY ([AId]) REFERENCES [A] ([Key]));",
        "Foreign key 'FK_C' names column 'Key'"
    )]
    [InlineData(
        "ALTER TABLE [B] ADD CONSTRAINT [FK] FOREIGN KEY ([Id]) REFERENCES [C] ([Id]);",
        "which table 'C' does not have"
    )]
    [InlineData(
        """
            CREATE TABLE [C] ([AId] int NOT NULL, [BId] int NOT NULL, CONSTRAINT [FK_1] FOREIGN KEY ([AId]) REFERENCES [A] ([Id]) ON DELETE CASCADE,
                CONSTRAINT [FK_2] FOREIGN KEY ([BId]) REFERENCES [B] ([Id]) ON DELETE SET NULL);
            """,
        "in 'A' would cascade to 'C' on several ways"
    )]
    [InlineData(
        "ALTER TABLE [B] ADD CONSTRAINT [FK] FOREIGN KEY ([Id]) REFERENCES [B] ([Id]) ON DELETE CASCADE;",
        "'B' on several ways or in a circle"
    )]
    [InlineData("CREATE TRIGGER [T] ON [B] INSTEAD OF DELETE AS RETURN;", "'B' has a trigger instead")]
    [InlineData("EXEC(N'CREATE TRIGGER [T] ON [B] INSTEAD OF DELETE AS RETURN;');", "'B' has a trigger instead")]
    [InlineData("CREATE CLUSTERED INDEX [I] ON [A] ([Name], [Id]);", "904 bytes")]
    [InlineData(
        "CREATE TABLE [C] ([Name] nvarchar(451) NOT NULL, CONSTRAINT [PK_C] PRIMARY KEY ([Name]));",
        "902 bytes"
    )]
    [InlineData(
        "CREATE TABLE [C] ([Name] nvarchar(max) NOT NULL);\nCREATE INDEX [I] ON [C] ([Name]);",
        "a key may hold 1700"
    )]
    public void Planted_definition_is_found(string sql, string error) =>
        DefinitionRules
            .Check(Tables + sql)
            .Should()
            .NotBeEmpty()
            .And.OnlyContain(e => e.Contains(error, StringComparison.Ordinal));

    [Theory]
    [InlineData("CREATE UNIQUE INDEX [I] ON [A] ([Name], [Id]) WHERE [Name] IS NOT NULL;")]
    [InlineData(
        "CREATE TABLE [C] ([AId] int NOT NULL, CONSTRAINT [FK_C] FOREIGN KEY ([AId]) REFERENCES [A] ([Id]) ON DELETE CASCADE);"
    )]
    [InlineData(
        "CREATE TABLE [C] ([BId] int NOT NULL, CONSTRAINT [FK_C] FOREIGN KEY ([BId]) REFERENCES [B] ([Id]) ON DELETE CASCADE);"
    )]
    [InlineData("CREATE TRIGGER [T] ON [A] INSTEAD OF DELETE AS RETURN;")]
    [InlineData("CREATE TRIGGER [T] ON [B] AFTER DELETE AS RETURN;")]
    public void Correct_definition_passes(string sql) => DefinitionRules.Check(Tables + sql).Should().BeEmpty();
}
