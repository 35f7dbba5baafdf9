using Microsoft.EntityFrameworkCore.Design;

namespace Pipeline.Infrastructure.Persistence.Providers.SqlServer;

/// <summary>For <c>dotnet ef</c>: writes migrations without a database.</summary>
public sealed class SqlServerDesignTime : IDesignTimeDbContextFactory<SqlServerPipelineDbContext>
{
    /// <inheritdoc />
    public SqlServerPipelineDbContext CreateDbContext(string[] args) =>
        (SqlServerPipelineDbContext)SqlServerProvider.Instance.CreateContext("Server=localhost;Database=Pipeline");
}
