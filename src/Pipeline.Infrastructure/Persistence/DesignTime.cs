using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Pipeline.Infrastructure.Persistence;

/// <summary>For <c>dotnet ef</c>: writes migrations without a database.</summary>
public sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqlitePipelineDbContext>
{
    /// <inheritdoc />
    public SqlitePipelineDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqlitePipelineDbContext>();
        DatabaseRegistration.UseSqlite(options, DatabaseRegistration.DefaultSqlite);
        return new(options.Options);
    }
}

/// <summary>For <c>dotnet ef</c>: writes migrations without a database.</summary>
public sealed class SqlServerDesignTime : IDesignTimeDbContextFactory<SqlServerPipelineDbContext>
{
    /// <inheritdoc />
    public SqlServerPipelineDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqlServerPipelineDbContext>();
        DatabaseRegistration.UseSqlServer(options, "Server=localhost;Database=Pipeline");
        return new(options.Options);
    }
}
