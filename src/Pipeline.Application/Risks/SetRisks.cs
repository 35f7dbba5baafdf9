using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Application.Reference;
using Pipeline.Domain.Common;
using Pipeline.Domain.Records;
using Pipeline.Domain.Risks;

namespace Pipeline.Application.Risks;

/// <summary>Writes the next version of a project's risks, the whole list; owners and managers.</summary>
public sealed record SetRisks(Guid ProjectId, long? Version, RiskList Body) : ICommand<RisksReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.DescribingNotPermitted,
            RiskRefusals.Unnamed,
            RecordRefusals.UnknownAlliance,
            DocumentRefusals.UnknownEntry,
            CommonRefusals.Duplicate,
            CommonRefusals.DateInFuture,
        ];
}

internal sealed class SetRisksHandler(
    Scope scope,
    DocumentStore documents,
    ReferenceData reference,
    Names names,
    ICaller caller
) : IRequestHandler<SetRisks, RisksReply>
{
    public async Task<RisksReply> Handle(SetRisks request, CancellationToken cancellationToken)
    {
        var rights = (await scope.InProjectAsync(request.ProjectId, cancellationToken)).RequireDescriber();
        for (var i = 0; i < request.Body.Risks.Count; i++)
            await documents.RequireAllianceAsync(
                request.ProjectId,
                request.Body.Risks[i].AllianceId,
                $"risks[{i}].allianceId",
                cancellationToken
            );
        var codes = await reference.CodesAsync(ReferenceListKind.Risks, cancellationToken);
        var written = await documents.WriteAsync<RiskList>(
            DocumentKey.OfProject(DocumentKind.Risks, request.ProjectId),
            request.Version,
            // A code that the list has lost stays where it was.
            (before, now) =>
                request.Body.Checked(
                    before,
                    [.. codes, .. (before?.Risks ?? []).Select(r => r.Code).OfType<string>()],
                    now
                ),
            rights.UserId,
            cancellationToken
        );
        var person = await names.OfPeopleAsync([written.RecordedBy], cancellationToken);
        var labels = await RiskLabels.ReadAsync(reference, caller.Language, then: null, cancellationToken);
        var allianceOf = await documents.OfAlliancesAsync(
            written.Terms.Risks.Select(r => r.AllianceId),
            cancellationToken
        );
        return RisksReply.Of(request.ProjectId, written, person, labels, allianceOf);
    }
}
