using Microsoft.EntityFrameworkCore.Design;

namespace Pipeline.Infrastructure.Persistence.Providers.PostgreSql;

/// <summary>For <c>dotnet ef</c>: writes migrations without a database.</summary>
public sealed class PostgreSqlDesignTime : IDesignTimeDbContextFactory<PostgreSqlPipelineDbContext>
{
    /// <inheritdoc />
    public PostgreSqlPipelineDbContext CreateDbContext(string[] args) =>
        (PostgreSqlPipelineDbContext)PostgreSqlProvider.Instance.CreateContext("Host=localhost;Database=pipeline");
}
