using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Programmes;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Programmes;

/// <summary>Opens a cohort of a programme, whose sessions get their days from it; managers of its portfolio.</summary>
public sealed record OpenCohort(Guid ProgrammeId, CohortBody Body) : ICommand<CohortReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [AccessRefusals.ManagersOnly, CommonRefusals.DateInFuture, DocumentRefusals.DatesReversed];
}

internal sealed class OpenCohortHandler(
    ProgrammeAccess access,
    DocumentStore documents,
    CohortReader reader,
    ICaller caller,
    TimeProvider time
) : IRequestHandler<OpenCohort, CohortReply>
{
    public async Task<CohortReply> Handle(OpenCohort request, CancellationToken cancellationToken)
    {
        var (body, programmeId) = (request.Body, request.ProgrammeId);
        var view = await access.ToWriteAsync(DocumentKind.Programme, programmeId, cancellationToken);
        var programme = view.Programme(programmeId).Terms;
        await access.RequireManagerAsync(view, cancellationToken);
        var written = await documents.WriteAsync<Cohort>(
            DocumentKey.InPortfolio(DocumentKind.Cohort, view.PortfolioId, Guid.CreateVersion7(time.GetUtcNow())),
            expected: null,
            (_, now) => Cohort.Opened(programmeId, programme, body.StartsOn, body.Capacity, body.ClosedOn, now),
            caller.UserId,
            cancellationToken
        );
        return await reader.ShowAsync(view, written, cancellationToken);
    }
}
