using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Access;

/// <summary>Changes what I am called; rights are an administrator's to change.</summary>
public sealed record UpdateMe(long? Version, MeBody Body) : ICommand<MeReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.PeopleOnly];
}

/// <summary>What I may change of myself.</summary>
/// <param name="Name">As I am called.</param>
public sealed record MeBody([property: StringLength(Limits.Name)] string Name);

internal sealed class UpdateMeHandler(IPipelineDb db, IUserDirectory users, Scope scope)
    : IRequestHandler<UpdateMe, MeReply>
{
    public async Task<MeReply> Handle(UpdateMe request, CancellationToken cancellationToken)
    {
        var id = scope.RequirePerson();
        var me =
            await users.All.FirstOrDefaultAsync(u => u.Id == id, cancellationToken)
            ?? throw NotFoundException.Of("user", "utilisateur");
        var changed = await users.UpdateAsync(
            id,
            // Rights go back as they were read: whoever has changed them meanwhile is not overruled.
            request.Version
                ?? me.Version,
            Guard.Required(request.Body.Name, "name", Limits.Name),
            me.Administrator,
            me.Locked,
            cancellationToken
        );
        return await MeReply.ReadAsync(db, changed, cancellationToken);
    }
}
