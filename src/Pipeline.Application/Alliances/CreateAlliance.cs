using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Alliances;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Alliances;

/// <summary>Adds an alliance to a project; owners and managers.</summary>
public sealed record CreateAlliance(Guid ProjectId, Alliance Body) : ICommand<AllianceReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => AllianceWriter.Refusals;
}

internal sealed class CreateAllianceHandler(Scope scope, AllianceWriter writer, TimeProvider time)
    : IRequestHandler<CreateAlliance, AllianceReply>
{
    public async Task<AllianceReply> Handle(CreateAlliance request, CancellationToken cancellationToken)
    {
        var rights = (await scope.InProjectAsync(request.ProjectId, cancellationToken)).RequireDescriber();
        var id = Guid.CreateVersion7(time.GetUtcNow());
        return await writer.WriteAsync(rights, id, expected: null, request.Body, cancellationToken);
    }
}
