using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.Internal;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Pipeline.SqlServer.Tests;

// EF1001: internal to EF, and the one place that every query passes as an expression. A later EF breaks the build here, in a test.
#pragma warning disable EF1001

/// <summary>EF's own compiler, which shows each query to the mirror before it runs it.</summary>
internal sealed class MirrorQueryCompiler(
    IQueryContextFactory contexts,
    ICompiledQueryCache cache,
    ICompiledQueryCacheKeyGenerator keys,
    IDatabase database,
    IDiagnosticsLogger<DbLoggerCategory.Query> logger,
    ICurrentDbContext current,
    IEvaluatableExpressionFilter filter,
    IModel model
) : QueryCompiler(contexts, cache, keys, database, logger, current, filter, model)
{
    private readonly IDiagnosticsLogger<DbLoggerCategory.Query> _logger = logger;
    private readonly QueryMirror _mirror = MirrorOf(current.Context);

    public static void AttachTo(DbContextOptionsBuilder options, QueryMirror mirror)
    {
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(new QueryMirrorExtension(mirror));
        options.ReplaceService<IQueryCompiler, MirrorQueryCompiler>();
    }

    public override TResult Execute<TResult>(Expression query)
    {
        Show(query);
        return base.Execute<TResult>(query);
    }

    public override TResult ExecuteAsync<TResult>(Expression query, CancellationToken cancellationToken = default)
    {
        Show(query);
        return base.ExecuteAsync<TResult>(query, cancellationToken);
    }

    // Compiled once for all contexts of a model, hence shown to the mirror of whichever context runs it.
    public override Func<QueryContext, TResult> CreateCompiledAsyncQuery<TResult>(Expression query)
    {
        var extracted = ExtractParameters(query, new Dictionary<string, object?>(), _logger, compiledQuery: true);
        var compiled = base.CreateCompiledAsyncQuery<TResult>(query);
        return context =>
        {
            MirrorOf(context.Context).Run(extracted, context.Parameters);
            return compiled(context);
        };
    }

    private static QueryMirror MirrorOf(DbContext context) =>
        context.GetService<IDbContextOptions>().FindExtension<QueryMirrorExtension>()!.Mirror;

    // With its parameters out and the queries it closes over put in, nothing in the expression is tied to a context but its roots.
    private void Show(Expression query)
    {
        var parameters = new Dictionary<string, object?>();
        var extracted = ExtractParameters(query, parameters, _logger);
        _mirror.Run(extracted, parameters);
    }
}

#pragma warning restore EF1001

/// <summary>Carries the mirror to the compiler, which the context makes for itself.</summary>
internal sealed class QueryMirrorExtension(QueryMirror mirror) : IDbContextOptionsExtension
{
    private ExtensionInfo? _info;

    public QueryMirror Mirror { get; } = mirror;

    public DbContextOptionsExtensionInfo Info => _info ??= new(this);

    public void ApplyServices(IServiceCollection services) { }

    public void Validate(IDbContextOptions options) { }

    private sealed class ExtensionInfo(QueryMirrorExtension extension) : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;

        public override string LogFragment => "mirrored ";

        // Which mirror it is makes no other services: contexts of all mirrors share them.
        public override int GetServiceProviderHashCode() => 0;

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) =>
            other is ExtensionInfo;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) { }
    }
}
