using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Projects;

/// <summary>
/// Renames a view of the list of projects, lets it show something else, or shares it otherwise; its owner, and managers of the portfolio that it is shared with. A
/// manager who shares another person's view no more leaves it to its owner.
/// </summary>
public sealed record ChangeView(Guid ViewId, long? Version, SavedViewBody Body) : ICommand<SavedViewReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [AccessRefusals.PeopleOnly, AccessRefusals.ManagersOnly, CommonRefusals.NotFound, SavedViewRefusals.NameTaken];
}

internal sealed class ChangeViewHandler(IPipelineDb db, SavedViews views) : IRequestHandler<ChangeView, SavedViewReply>
{
    public async Task<SavedViewReply> Handle(ChangeView request, CancellationToken cancellationToken)
    {
        var (view, body) = (await views.LoadAsync(request.ViewId, request.Version, cancellationToken), request.Body);
        await views.RequireSharingAsync(body.PortfolioId, cancellationToken);
        await views.RequireFreeNameAsync(view.UserId, body.Name, view.Id, cancellationToken);
        view.Change(body.Name, body.Query, body.PortfolioId);
        await db.SaveChangesAsync(cancellationToken);
        return await views.ShowAsync(view.Id, cancellationToken);
    }
}
