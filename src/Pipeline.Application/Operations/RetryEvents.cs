using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Operations;

/// <summary>Has every event that was given up delivered again, from a first attempt on and under the same id; administrators only.</summary>
public sealed record RetryEvents : ICommand<RetriedReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.AdministratorsOnly];
}

internal sealed class RetryEventsHandler(IDatabaseState database, Scope scope)
    : IRequestHandler<RetryEvents, RetriedReply>
{
    public async Task<RetriedReply> Handle(RetryEvents request, CancellationToken cancellationToken)
    {
        scope.RequireAdministrator();
        return new(await database.SendEventsAgainAsync(cancellationToken));
    }
}
