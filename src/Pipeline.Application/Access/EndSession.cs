using MediatR;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Access;

/// <summary>Ends one of my sessions: its tokens are worth nothing from then on.</summary>
public sealed record EndSession(Guid Id) : ICommand<Unit>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.PeopleOnly];
}

internal sealed class EndSessionHandler(ISessions sessions, Scope scope) : IRequestHandler<EndSession, Unit>
{
    public async Task<Unit> Handle(EndSession request, CancellationToken cancellationToken) =>
        await sessions.EndAsync(scope.RequirePerson(), request.Id, cancellationToken)
            ? Unit.Value
            : throw NotFoundException.Of("session", "session");
}
