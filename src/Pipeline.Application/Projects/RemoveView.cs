using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Projects;

/// <summary>Forgets a view of the caller's own; people only.</summary>
public sealed record RemoveView(string Name) : ICommand<Unit>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.PeopleOnly, CommonRefusals.NotFound];
}

internal sealed class RemoveViewHandler(IPipelineDb db, Scope scope) : IRequestHandler<RemoveView, Unit>
{
    public async Task<Unit> Handle(RemoveView request, CancellationToken cancellationToken)
    {
        var person = scope.RequirePerson();
        db.SavedViews.Remove(
            await db.SavedViews.FirstOrDefaultAsync(
                v => v.UserId == person && v.Name == request.Name,
                cancellationToken
            ) ?? throw NotFoundException.Of("view", "vue")
        );
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
