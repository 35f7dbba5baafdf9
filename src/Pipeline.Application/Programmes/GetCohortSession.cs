using MediatR;
using Pipeline.Application.Common;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Programmes;

/// <summary>A session of a cohort.</summary>
/// <param name="Code">As the programme has it, for example <c>S1</c>.</param>
public sealed record GetCohortSession(Guid CohortId, string Code) : ISnapshotQuery<CohortSessionReply>;

internal sealed class GetCohortSessionHandler(ProgrammeAccess access, CohortReader reader)
    : IRequestHandler<GetCohortSession, CohortSessionReply>
{
    public async Task<CohortSessionReply> Handle(GetCohortSession request, CancellationToken cancellationToken)
    {
        var view = await access.OfAsync(DocumentKind.Cohort, request.CohortId, cancellationToken);
        return await reader.SessionAsync(view, view.Cohort(request.CohortId), request.Code, cancellationToken);
    }
}
