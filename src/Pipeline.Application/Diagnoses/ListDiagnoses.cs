using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Diagnoses;

/// <summary>The self-diagnoses of a project, the newest first; its owners and managers alone.</summary>
public sealed record ListDiagnoses(Guid ProjectId) : IQuery<Listed<DiagnosisReply>>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.DescribingNotPermitted];
}

internal sealed class ListDiagnosesHandler(Scope scope, DiagnosisReader diagnoses)
    : IRequestHandler<ListDiagnoses, Listed<DiagnosisReply>>
{
    public async Task<Listed<DiagnosisReply>> Handle(ListDiagnoses request, CancellationToken cancellationToken)
    {
        (await scope.InProjectAsync(request.ProjectId, cancellationToken)).RequireDescriber();
        return new(await diagnoses.ReadAsync(request.ProjectId, cancellationToken));
    }
}
