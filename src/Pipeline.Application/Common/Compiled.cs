using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Pipeline.Application.Common;

/// <summary>
/// Queries that are translated once and then only run, for what nearly every request asks: looking a query up by its expression costs several times what the
/// database needs to answer it (docs/adr/0012). Everything a query depends on is a parameter of it; it cannot be put together from others.
/// </summary>
public static class Compiled
{
    /// <summary>Of one parameter.</summary>
    public static Func<IPipelineDb, T, IAsyncEnumerable<TRow>> Query<T, TRow>(
        Expression<Func<DbContext, T, IQueryable<TRow>>> query
    )
    {
        var of = OncePerModel(() => EF.CompileAsyncQuery(query));
        return (db, a) => of(db)((DbContext)db, a);
    }

    /// <summary>Of two parameters.</summary>
    public static Func<IPipelineDb, T1, T2, IAsyncEnumerable<TRow>> Query<T1, T2, TRow>(
        Expression<Func<DbContext, T1, T2, IQueryable<TRow>>> query
    )
    {
        var of = OncePerModel(() => EF.CompileAsyncQuery(query));
        return (db, a, b) => of(db)((DbContext)db, a, b);
    }

    /// <summary>Of three parameters.</summary>
    public static Func<IPipelineDb, T1, T2, T3, IAsyncEnumerable<TRow>> Query<T1, T2, T3, TRow>(
        Expression<Func<DbContext, T1, T2, T3, IQueryable<TRow>>> query
    )
    {
        var of = OncePerModel(() => EF.CompileAsyncQuery(query));
        return (db, a, b, c) => of(db)((DbContext)db, a, b, c);
    }

    /// <summary>Of four parameters.</summary>
    public static Func<IPipelineDb, T1, T2, T3, T4, IAsyncEnumerable<TRow>> Query<T1, T2, T3, T4, TRow>(
        Expression<Func<DbContext, T1, T2, T3, T4, IQueryable<TRow>>> query
    )
    {
        var of = OncePerModel(() => EF.CompileAsyncQuery(query));
        return (db, a, b, c, d) => of(db)((DbContext)db, a, b, c, d);
    }

    // What is compiled holds for one provider's model and no other.
    private static Func<IPipelineDb, TQuery> OncePerModel<TQuery>(Func<TQuery> compile)
        where TQuery : class
    {
        var byModel = new ConditionalWeakTable<IModel, TQuery>();
        return db => byModel.GetValue(((DbContext)db).Model, _ => compile());
    }
}
