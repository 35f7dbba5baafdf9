using MediatR;
using Pipeline.Application.Common;

namespace Pipeline.Application.Projects;

/// <summary>The caller's own views of the list of projects by their names, then those that others share with a portfolio that the caller sees.</summary>
public sealed record ListSavedViews : IQuery<Listed<SavedViewReply>>;

internal sealed class ListSavedViewsHandler(SavedViews views) : IRequestHandler<ListSavedViews, Listed<SavedViewReply>>
{
    public async Task<Listed<SavedViewReply>> Handle(ListSavedViews request, CancellationToken cancellationToken) =>
        new(await views.ShowAsync(views.InScope, cancellationToken));
}
