using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Alliances;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Alliances;

/// <summary>Writes the next version of an alliance; owners and managers.</summary>
public sealed record UpdateAlliance(Guid ProjectId, Guid AllianceId, long? Version, Alliance Body)
    : ICommand<AllianceReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => AllianceWriter.Refusals;
}

internal sealed class UpdateAllianceHandler(Scope scope, AllianceReader alliances, AllianceWriter writer)
    : IRequestHandler<UpdateAlliance, AllianceReply>
{
    public async Task<AllianceReply> Handle(UpdateAlliance request, CancellationToken cancellationToken)
    {
        var rights = (await scope.InProjectAsync(request.ProjectId, cancellationToken)).RequireDescriber();
        await alliances.FindAsync(request.ProjectId, request.AllianceId, cancellationToken);
        return await writer.WriteAsync(rights, request.AllianceId, request.Version, request.Body, cancellationToken);
    }
}
