using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace Pipeline.SqlServer.Tests;

/// <summary>What decides the SQL of a query besides values: the expression, and which of its parameters are null.</summary>
internal sealed class QueryShape(Expression query, IReadOnlyDictionary<string, object?> parameters)
    : IEquatable<QueryShape>
{
    private readonly Expression _query = query;
    private readonly string _nulls = string.Join(
        ',',
        parameters.Where(p => p.Value is null).Select(p => p.Key).Order(StringComparer.Ordinal)
    );

    public bool Equals(QueryShape? other) =>
        other is not null && _nulls == other._nulls && ExpressionEqualityComparer.Instance.Equals(_query, other._query);

    public override bool Equals(object? obj) => Equals(obj as QueryShape);

    public override int GetHashCode() =>
        HashCode.Combine(_nulls, ExpressionEqualityComparer.Instance.GetHashCode(_query));
}
