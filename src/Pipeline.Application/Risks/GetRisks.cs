using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Application.Reference;
using Pipeline.Domain.Records;
using Pipeline.Domain.Risks;

namespace Pipeline.Application.Risks;

/// <summary>The risks of a project; none before the first list.</summary>
public sealed record GetRisks(Guid ProjectId) : IQuery<RisksReply>;

internal sealed class GetRisksHandler(
    Scope scope,
    DocumentStore documents,
    ReferenceData reference,
    Names names,
    ICaller caller
) : IRequestHandler<GetRisks, RisksReply>
{
    public async Task<RisksReply> Handle(GetRisks request, CancellationToken cancellationToken)
    {
        await scope.InProjectAsync(request.ProjectId, cancellationToken);
        var key = DocumentKey.OfProject(DocumentKind.Risks, request.ProjectId);
        var risks = await documents.FindAsync<RiskList>(key, cancellationToken);
        var person = await names.OfPeopleAsync(risks is null ? [] : [risks.RecordedBy], cancellationToken);
        var labels = await RiskLabels.ReadAsync(reference, caller.Language, then: null, cancellationToken);
        var allianceOf = await documents.OfAlliancesAsync(
            (risks?.Terms.Risks ?? []).Select(r => r.AllianceId),
            cancellationToken
        );
        return RisksReply.Of(request.ProjectId, risks, person, labels, allianceOf);
    }
}
