using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Projects;

/// <summary>Makes somebody an owner of a project; its managers.</summary>
/// <param name="Read">The project's version as it was read; any where it is not said: nothing is replaced.</param>
public sealed record SetOwner(Guid ProjectId, Guid UserId, VersionRead? Read) : ICommand<OwnerReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.ManagersOnly];
}

/// <summary>The role in the project, for those who say it as they do of a portfolio: there is but one.</summary>
/// <param name="Role"><c>owner</c>.</param>
public sealed record OwnerBody([property: RegularExpression("^owner$")] string Role = "owner");

/// <summary>Somebody's role in a project.</summary>
/// <param name="Version">The project's: who owns it is part of it.</param>
public sealed record OwnerReply(Guid UserId, string Name, string Role, long Version) : IVersioned
{
    long IVersioned.ETag => Version;
}

internal sealed class SetOwnerHandler(IPipelineDb db, IUserDirectory users, Scope scope, TimeProvider time)
    : IRequestHandler<SetOwner, OwnerReply>
{
    public async Task<OwnerReply> Handle(SetOwner request, CancellationToken cancellationToken)
    {
        (await scope.InProjectAsync(request.ProjectId, cancellationToken)).RequireManager();
        var name =
            await users
                .Present.Where(u => u.Id == request.UserId)
                .Select(u => u.Name)
                .FirstOrDefaultAsync(cancellationToken)
            ?? throw NotFoundException.Of("user", "utilisateur");
        var project = await db.LoadProjectAsync(request.ProjectId, request.Read?.Version, cancellationToken);
        project.AddOwner(request.UserId, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new(request.UserId, name, "owner", project.Version);
    }
}
