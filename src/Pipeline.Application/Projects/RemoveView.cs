using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Projects;

/// <summary>Removes a view of the list of projects; its owner, and managers of the portfolio that it is shared with.</summary>
public sealed record RemoveView(Guid ViewId) : ICommand<Unit>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.PeopleOnly, AccessRefusals.ManagersOnly];
}

internal sealed class RemoveViewHandler(IPipelineDb db, SavedViews views) : IRequestHandler<RemoveView, Unit>
{
    public async Task<Unit> Handle(RemoveView request, CancellationToken cancellationToken)
    {
        db.SavedViews.Remove(await views.LoadAsync(request.ViewId, null, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
