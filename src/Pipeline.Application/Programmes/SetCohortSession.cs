using System.ComponentModel.DataAnnotations;
using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Programmes;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Programmes;

/// <summary>Moves a session of a cohort, or says who was there; managers of its portfolio.</summary>
/// <param name="Code">As the programme has it, for example <c>S1</c>.</param>
/// <param name="Version">The cohort's.</param>
public sealed record SetCohortSession(Guid CohortId, string Code, long? Version, CohortSessionChange Body)
    : ICommand<CohortSessionReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.ManagersOnly,
            ProgrammeRefusals.UnknownParticipation,
            CommonRefusals.Duplicate,
            CommonRefusals.DateInFuture,
            DocumentRefusals.DatesReversed,
        ];
}

/// <summary>A session of a cohort.</summary>
/// <param name="On">The day; not before the cohort starts, and not in the future once somebody was there.</param>
/// <param name="Attendance">Who was there and who was not, whole; where it is left out, it stays as it is.</param>
public sealed record CohortSessionChange(
    DateOnly On,
    [property: MaxLength(Limits.List)] IReadOnlyList<Attendance>? Attendance = null
);

internal sealed class SetCohortSessionHandler(
    ProgrammeAccess access,
    DocumentStore documents,
    CohortReader reader,
    ICaller caller
) : IRequestHandler<SetCohortSession, CohortSessionReply>
{
    public async Task<CohortSessionReply> Handle(SetCohortSession request, CancellationToken cancellationToken)
    {
        var view = await access.ToWriteAsync(DocumentKind.Cohort, request.CohortId, cancellationToken);
        var cohort = view.Cohort(request.CohortId);
        cohort.Terms.Session(request.Code);
        await access.RequireManagerAsync(view, cancellationToken);
        var written = await documents.WriteAsync<Cohort>(
            cohort.Key,
            request.Version,
            (before, now) =>
                before!.WithSession(
                    request.Code,
                    request.Body.On,
                    request.Body.Attendance,
                    view.AllParticipationsOf(cohort.Id).Select(p => p.Id).ToHashSet(),
                    now
                ),
            caller.UserId,
            cancellationToken
        );
        return await reader.SessionAsync(view, written, request.Code, cancellationToken);
    }
}
