using MediatR;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Common;

/// <summary>A use case that writes: it runs in one transaction (<see cref="TransactionBehaviour{TRequest, TReply}"/>).</summary>
public interface ICommand<out TReply> : IRequest<TReply>;

/// <summary>A use case that only reads.</summary>
public interface IQuery<out TReply> : IRequest<TReply>;

/// <summary>
/// A query whose answer is of one moment, however many commands it takes: it reads one snapshot of the database (<see cref="SnapshotBehaviour{TRequest, TReply}"/>).
/// Whatever gives figures is one (docs/adr/0018).
/// </summary>
public interface ISnapshotQuery<out TReply> : IQuery<TReply>;

/// <summary>One whose rows are read while they are written out, after it has answered: its snapshot lasts as long as its scope.</summary>
public interface IStreamedQuery<out TReply> : ISnapshotQuery<TReply>;

/// <summary>A use case that needs no caller: what opens it is in the request itself, as a one-time link.</summary>
public interface IAnonymousRequest;

/// <summary>Without a caller nothing is allowed: whatever runs outside of a request opens a scope for somebody first (<see cref="CallerScopes"/>).</summary>
public sealed class CallerBehaviour<TRequest, TReply>(ICaller caller) : IPipelineBehavior<TRequest, TReply>
{
    /// <inheritdoc />
    /// <exception cref="UnauthenticatedException">Nobody has signed in, and the scope was opened for no one.</exception>
    public Task<TReply> Handle(
        TRequest request,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<TReply> next
    ) =>
        caller.UserId == Anonymous.Id && request is not IAnonymousRequest
            ? throw CommonRefusals.Unauthenticated.Exception()
            : next();
}

/// <summary>
/// Shape is checked where a body is bound, truth in the aggregates, so what is left for behaviours is who calls, that a command happens whole or not at all
/// (docs/adr/0005), and that figures are of one moment.
/// </summary>
public sealed class TransactionBehaviour<TRequest, TReply>(IPipelineDb db) : IPipelineBehavior<TRequest, TReply>
{
    /// <inheritdoc />
    public Task<TReply> Handle(
        TRequest request,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<TReply> next
    ) => request is ICommand<TReply> ? db.InTransactionAsync(() => next(), cancellationToken) : next();
}

/// <summary>Figures are of one moment: a query that gives some reads one snapshot (docs/adr/0018).</summary>
public sealed class SnapshotBehaviour<TRequest, TReply>(IPipelineDb db) : IPipelineBehavior<TRequest, TReply>
{
    /// <inheritdoc />
    public Task<TReply> Handle(
        TRequest request,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<TReply> next
    ) =>
        request is ISnapshotQuery<TReply>
            ? db.InSnapshotAsync(() => next(), request is IStreamedQuery<TReply>, cancellationToken)
            : next();
}
