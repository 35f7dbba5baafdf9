using Microsoft.EntityFrameworkCore.Design;

namespace Pipeline.Infrastructure.Persistence.Providers.Sqlite;

/// <summary>For <c>dotnet ef</c>: writes migrations without a database.</summary>
public sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqlitePipelineDbContext>
{
    /// <inheritdoc />
    public SqlitePipelineDbContext CreateDbContext(string[] args) =>
        (SqlitePipelineDbContext)SqliteProvider.Instance.CreateContext(SqliteProvider.DefaultConnection);
}
