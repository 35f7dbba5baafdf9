using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Pipeline.Domain.Audit;

namespace Pipeline.SqlServer.Tests;

/// <summary>Turns a query of one context into the same query of another: its roots become the other's, its parameters captured values again.</summary>
internal sealed class QueryRetargeting(DbContext target, IReadOnlyDictionary<string, object?> parameters)
    : ExpressionVisitor
{
    // One capture a parameter, so that what was one parameter stays one.
    private readonly Dictionary<string, Expression> _captured = new(StringComparer.Ordinal);

    protected override Expression VisitExtension(Expression node)
    {
        if (node is QueryParameterExpression parameter)
            return Capture(parameter.Name, parameter.Type) ?? node;
        if (node is not EntityQueryRootExpression root)
            return base.VisitExtension(node);
        // Taking the end of the audit's chain is a statement of each provider's own.
        if (root.GetType() != typeof(EntityQueryRootExpression) && root.EntityType.ClrType != typeof(AuditHead))
            throw new NotSupportedException(
                $"{root.GetType().Name}: a query with SQL of its own cannot be mirrored; write it with LINQ, or once for each database."
            );
        var type =
            target.Model.FindEntityType(root.EntityType.Name)
            ?? throw new InvalidOperationException($"The other model has no {root.EntityType.Name}.");
        return new EntityQueryRootExpression((IAsyncQueryProvider)Provider(), type);
    }

    // A function that gives rows is asked of the other context.
    protected override Expression VisitMethodCall(MethodCallExpression node) =>
        node.Object is { } instance && instance.Type.IsAssignableTo(typeof(DbContext))
            ? Expression.Call(Expression.Constant(target), node.Method, Visit(node.Arguments))
            : base.VisitMethodCall(node);

    private Expression? Capture(string name, Type type)
    {
        if (!parameters.TryGetValue(name, out var value))
            return null;
        if (_captured.TryGetValue(name, out var captured))
            return captured;
        var closure = typeof(Captured<>).MakeGenericType(type);
        return _captured[name] = Expression.Property(
            Expression.Constant(Activator.CreateInstance(closure, value)),
            nameof(Captured<object>.Value)
        );
    }

    private IQueryProvider Provider() => ((IQueryable)target.Set<Domain.Projects.Project>()).Provider;

    /// <summary>As the language's own closures are: EF makes a parameter of what is read from one.</summary>
    private sealed class Captured<T>(T value)
    {
        public T Value { get; } = value;
    }
}
