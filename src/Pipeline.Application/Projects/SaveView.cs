using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Projects;

/// <summary>Keeps a view of the list of projects under a name, or changes the caller's own one of that name; people only.</summary>
public sealed record SaveView(string Name, SavedViewBody Body) : ICommand<Unit>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [AccessRefusals.PeopleOnly, CommonRefusals.Required, CommonRefusals.TooLong, CommonRefusals.NotFound];
}

/// <summary>A view.</summary>
/// <param name="Query">Filters, order and columns, as the address of the list has them, for example <c>phase=modelling&amp;sort=-phaseSince</c>; empty for the whole list.</param>
/// <param name="PortfolioId">Whose members see it too; left out, it is the caller's alone.</param>
public sealed record SavedViewBody([property: StringLength(Limits.Url)] string Query, Guid? PortfolioId = null);

internal sealed class SaveViewHandler(IPipelineDb db, Scope scope, TimeProvider time) : IRequestHandler<SaveView, Unit>
{
    public async Task<Unit> Handle(SaveView request, CancellationToken cancellationToken)
    {
        var person = scope.RequirePerson();
        if (request.Body.PortfolioId is { } shared)
            await scope.InPortfolioAsync(shared, cancellationToken);
        var (query, portfolio) = (request.Body.Query.TrimStart('?'), request.Body.PortfolioId);
        var kept = await db.SavedViews.FirstOrDefaultAsync(
            v => v.UserId == person && v.Name == request.Name,
            cancellationToken
        );
        if (kept is null)
            db.SavedViews.Add(new SavedView(person, request.Name, query, portfolio, time.GetUtcNow()));
        else
            kept.Change(query, portfolio);
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
