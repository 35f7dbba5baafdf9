using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Pipeline.Infrastructure.Persistence.Providers.SqlServer;

namespace Pipeline.SqlServer.Tests;

/// <summary>What <c>migrate</c> would do on an empty SQL Server; nothing is connected to.</summary>
public static class SqlServerMigrations
{
    // With several result sets at a time EF reads a split query as it comes, and does not ask for columns it knows nothing of yet.
    private const string NoServer = "Server=nowhere.invalid;Database=Pipeline;MultipleActiveResultSets=true";

    /// <summary>All migrations as one script.</summary>
    public static string Script { get; } = Generate();

    /// <summary>The tables that the script leaves.</summary>
    public static TSqlSchema Schema { get; } = TSqlSchema.Of(Script);

    /// <summary>Options of a context that knows SQL Server's language but no server.</summary>
    internal static DbContextOptionsBuilder<SqlServerPipelineDbContext> Options()
    {
        var options = new DbContextOptionsBuilder<SqlServerPipelineDbContext>();
        SqlServerProvider.Configure(options, NoServer);
        return options;
    }

    private static string Generate()
    {
        using var db = new SqlServerPipelineDbContext(Options().Options);
        return db.GetService<IMigrator>().GenerateScript();
    }
}
