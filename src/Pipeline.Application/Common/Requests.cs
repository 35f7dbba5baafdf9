using MediatR;

namespace Pipeline.Application.Common;

/// <summary>A use case that writes: it runs in one transaction (<see cref="TransactionBehaviour{TRequest, TReply}"/>).</summary>
public interface ICommand<out TReply> : IRequest<TReply>;

/// <summary>A use case that only reads.</summary>
public interface IQuery<out TReply> : IRequest<TReply>;

/// <summary>
/// The one behaviour of the pipeline. Shape is checked where a body is bound, truth in the aggregates, so what is left for a behaviour is that a
/// command happens whole or not at all (docs/adr/0005).
/// </summary>
public sealed class TransactionBehaviour<TRequest, TReply>(IPipelineDb db) : IPipelineBehavior<TRequest, TReply>
{
    /// <inheritdoc />
    public Task<TReply> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TReply> next) =>
        request is ICommand<TReply> ? db.InTransactionAsync(() => next(), cancellationToken) : next();
}
