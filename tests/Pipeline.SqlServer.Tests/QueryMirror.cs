using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Infrastructure.Persistence;
using Pipeline.Infrastructure.Persistence.Providers.SqlServer;

namespace Pipeline.SqlServer.Tests;

/// <summary>
/// Has every query that a context of another database runs translated for SQL Server as well, and checks that SQL with <see cref="TSqlChecker"/>. Each is
/// run against a server that is not there: commands are caught before they are sent and answered with one row of zeros, so that the queries
/// which a split query sends for its collections come too.
/// </summary>
/// <remarks>
/// In a fixture of HTTP tests:
/// <code>
/// private readonly QueryMirror _mirror = new(throwAtOnce: true);
/// protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.ConfigureTestServices(_mirror.AttachTo);
/// </code>
/// With <c>throwAtOnce</c> the request whose query SQL Server would refuse fails on the spot, whichever test sent it; without it,
/// <see cref="Findings"/> has what was found when the tests are through. SaveChanges is no query: its SQL comes from the model alone.
/// </remarks>
/// <param name="throwAtOnce">Whether a query that SQL Server would refuse throws <see cref="SqlServerWouldRefuseException"/> where it is run.</param>
public sealed class QueryMirror(bool throwAtOnce = false)
{
    private static readonly TSqlChecker Checker = new(SqlServerMigrations.Schema);

    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _sql = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> _failures = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<QueryShape, byte> _clean = [];

    /// <summary>Each text of SQL once, as SQL Server would have got it.</summary>
    public IReadOnlyCollection<string> Sql => [.. _sql.Keys];

    /// <summary>What SQL Server would refuse, with the SQL, and queries that could not be translated for it; each once.</summary>
    public IReadOnlyList<string> Findings =>
        [
            .. _failures.Keys,
            .. _sql.Where(s => s.Value.Count > 0)
                .Select(s => $"{string.Join(Environment.NewLine, s.Value)}{Environment.NewLine}{s.Key}"),
        ];

    /// <summary>Mirrors the queries of contexts that are made with these options.</summary>
    public void AttachTo(DbContextOptionsBuilder options) => MirrorQueryCompiler.AttachTo(options, this);

    /// <summary>Mirrors the queries of the application's context, whichever database it is of; to be called after the application's own registrations.</summary>
    public void AttachTo(IServiceCollection services)
    {
        var registered = services.Last(s => IsOptionsOfContext(s.ServiceType));
        services.Remove(registered);
        services.Add(
            ServiceDescriptor.Describe(
                registered.ServiceType,
                provider =>
                {
                    var options = new DbContextOptionsBuilder(
                        (DbContextOptions)registered.ImplementationFactory!(provider)
                    );
                    AttachTo(options);
                    return options.Options;
                },
                registered.Lifetime
            )
        );
    }

    private static bool IsOptionsOfContext(Type type) =>
        type.IsGenericType
        && type.GetGenericTypeDefinition() == typeof(DbContextOptions<>)
        && type.GenericTypeArguments[0].IsSubclassOf(typeof(PipelineDbContext));

    /// <summary>Runs a query of another context, parameters taken out of it, against the server that is not there.</summary>
    internal void Run(Expression query, IReadOnlyDictionary<string, object?> parameters)
    {
        // The same query again gives the same SQL, but for values in it: once is enough.
        var shape = new QueryShape(query, parameters);
        if (_clean.ContainsKey(shape))
            return;
        var sent = new UnsentCommands();
        using var db = new SqlServerPipelineDbContext(
            SqlServerMigrations.Options().AddInterceptors(sent, UnopenedConnections.Instance).Options
        );
        var errors = new List<string>();
        try
        {
            Execute(db, new QueryRetargeting(db, parameters).Visit(query));
        }
        catch (Exception e)
        {
            var failure = $"{e.InnerException?.Message ?? e.Message}{Environment.NewLine}{query}";
            _failures.TryAdd(failure, 0);
            errors.Add(failure);
        }
        foreach (var sql in sent.Sql)
            if (_sql.GetOrAdd(sql, Checker.Check) is { Count: > 0 } found)
                errors.Add($"{string.Join(Environment.NewLine, found)}{Environment.NewLine}{sql}");
        if (errors.Count == 0)
            _clean.TryAdd(shape, 0);
        else if (throwAtOnce)
            throw new SqlServerWouldRefuseException(string.Join(Environment.NewLine, errors));
    }

    private static void Execute(SqlServerPipelineDbContext db, Expression query)
    {
        var provider = ((IQueryable)db.Projects).Provider;
        if (!typeof(IQueryable).IsAssignableFrom(query.Type))
            provider.Execute(query);
        else
            foreach (var _ in provider.CreateQuery(query)) { }
    }
}

/// <summary>A query runs on another database, and SQL Server would not take it.</summary>
public sealed class SqlServerWouldRefuseException(string message) : Exception(message);
