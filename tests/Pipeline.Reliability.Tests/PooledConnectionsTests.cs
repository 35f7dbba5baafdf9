using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Pipeline.Api.Tests.Common;
using Pipeline.Infrastructure.Persistence.Providers.Sqlite;

namespace Pipeline.Reliability.Tests;

/// <summary>Two at once never have one connection: each would be in the other's transaction.</summary>
[SqliteOnly("A server's pool is its provider's.")]
public sealed class PooledConnectionsTests : IDisposable
{
    private const int Owners = 24,
        Times = 4000;

    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-pool-").FullName;

    private string Connection => $"Data Source={Path.Combine(_folder, "pipeline.db")}";

    [Fact]
    public void A_connection_of_the_pool_has_one_owner_at_a_time()
    {
        SqliteFile.Create(Connection);
        var options = new DbContextOptionsBuilder<SqlitePipelineDbContext>();
        SqliteProvider.Configure(options, Connection);
        var (owned, shared, failures) = (new ConcurrentDictionary<nint, int>(), 0, new ConcurrentBag<Exception>());
        var owners = Enumerable
            .Range(0, Owners)
            .Select(_ => new Thread(() =>
            {
                for (var i = 0; i < Times; i++)
                    try
                    {
                        using var db = new SqlitePipelineDbContext(options.Options);
                        db.Database.OpenConnection();
                        var connection = (SqliteConnection)db.Database.GetDbConnection();
                        var handle = connection.Handle!.DangerousGetHandle();
                        if (owned.AddOrUpdate(handle, 1, (_, count) => count + 1) > 1)
                            Interlocked.Increment(ref shared);
                        Thread.Yield();
                        owned.AddOrUpdate(handle, 0, (_, count) => count - 1);
                        // It is while a pool grows that it looks for connections which nobody has any more.
                        if (i % Owners == 0)
                            SqliteProvider.Release(Connection);
                    }
                    catch (SqliteException e)
                    {
                        failures.Add(e);
                    }
            }))
            .ToList();
        owners.ForEach(o => o.Start());
        owners.ForEach(o => o.Join());
        failures.Should().BeEmpty();
        shared.Should().Be(0);
    }

    public void Dispose()
    {
        SqliteProvider.Release(Connection);
        Directory.Delete(_folder, recursive: true);
    }
}
