using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Projects;

/// <summary>Keeps a view of the list of projects under a name; people only. With a portfolio it is shared by that portfolio's managers alone.</summary>
public sealed record SaveView(SavedViewBody Body) : ICommand<SavedViewReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.PeopleOnly,
            AccessRefusals.ManagersOnly,
            CommonRefusals.NotFound,
            SavedViewRefusals.NameTaken,
            SavedViewRefusals.TooMany,
        ];
}

internal sealed class SaveViewHandler(IPipelineDb db, Scope scope, SavedViews views, TimeProvider time)
    : IRequestHandler<SaveView, SavedViewReply>
{
    public async Task<SavedViewReply> Handle(SaveView request, CancellationToken cancellationToken)
    {
        var (person, body) = (scope.RequirePerson(), request.Body);
        await views.RequireSharingAsync(body.PortfolioId, cancellationToken);
        await views.RequireFreeNameAsync(person, body.Name, null, cancellationToken);
        if (await db.SavedViews.CountAsync(v => v.UserId == person, cancellationToken) >= SavedView.MostOfOne)
            throw SavedViewRefusals.TooMany.With(SavedView.MostOfOne).Exception();
        var view = new SavedView(person, body.Name, body.Query, body.PortfolioId, time.GetUtcNow());
        db.SavedViews.Add(view);
        await db.SaveChangesAsync(cancellationToken);
        return await views.ShowAsync(view.Id, cancellationToken);
    }
}
