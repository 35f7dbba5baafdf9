namespace Pipeline.SqlServer.Tests;

/// <summary>A script's tables come out as the server would have them.</summary>
public sealed class TSqlSchemaTests
{
    private const string Start =
        "CREATE TABLE [A] ([Id] int NOT NULL, [Name] nvarchar(9) NULL, CONSTRAINT [PK_A] PRIMARY KEY ([Id]));\nGO\n";

    [Theory]
    [InlineData("", "Id,Name")]
    [InlineData("ALTER TABLE [A] ADD [Since] date NULL;", "Id,Name,Since")]
    [InlineData("ALTER TABLE [A] ADD CONSTRAINT [U] UNIQUE ([Name]);", "Id,Name")]
    [InlineData("ALTER TABLE [A] DROP COLUMN [Name];", "Id")]
    [InlineData("ALTER TABLE [A] DROP CONSTRAINT [PK_A];", "Id,Name")]
    [InlineData("ALTER TABLE [A] ALTER COLUMN [Name] nvarchar(20) NULL;", "Id,Name")]
    [InlineData("EXEC sp_rename N'[A].[Name]', N'Title', N'COLUMN';", "Id,Title")]
    [InlineData("IF 1 = 1 BEGIN EXEC(N'ALTER TABLE [A] ADD [Since] date NULL;') END", "Id,Name,Since")]
    [InlineData(
        "DECLARE @v sysname; EXEC(N'ALTER TABLE [A] DROP CONSTRAINT [' + @v + '];'); ALTER TABLE [A] DROP COLUMN [Name];",
        "Id"
    )]
    [InlineData("DROP TABLE [A];\nGO\nCREATE TABLE [A] ([Key] int);", "Key")]
    [InlineData("DROP TABLE IF EXISTS [B];", "Id,Name")]
    public void Change_is_followed(string change, string columns) =>
        TSqlSchema.Of(Start + change).ColumnsOf("A").Should().Equal(columns.Split(','));

    [Fact]
    public void Table_is_renamed()
    {
        var schema = TSqlSchema.Of(Start + "EXEC sp_rename N'[A]', N'B';");
        schema.Tables.Should().Equal("B");
        schema.ColumnsOf("A").Should().BeNull();
    }

    [Theory]
    [InlineData("CREATE TABLE [B ([Id] int);", "*does not parse*")]
    [InlineData("EXEC(N'CREATE TABLE');", "*does not parse*")]
    [InlineData("ALTER TABLE [B] ADD [Since] date;", "*'B'*not there*")]
    [InlineData("ALTER TABLE [A] DROP COLUMN [Since];", "*'Since'*does not have*")]
    [InlineData("ALTER TABLE [A] ALTER COLUMN [Since] date;", "*'Since'*does not have*")]
    [InlineData("DROP TABLE [B];", "*'B'*not there*")]
    [InlineData("EXEC sp_rename N'[A].[Since]', N'Until', N'COLUMN';", "*'Since'*does not have*")]
    public void Wrong_script_is_refused(string change, string message) =>
        FluentActions
            .Invoking(() => TSqlSchema.Of(Start + change))
            .Should()
            .Throw<InvalidOperationException>()
            .WithMessage(message);
}
