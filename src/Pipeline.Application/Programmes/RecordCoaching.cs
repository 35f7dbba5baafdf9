using System.ComponentModel.DataAnnotations;
using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Programmes;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Programmes;

/// <summary>Records that a coaching took place; managers of the portfolio.</summary>
public sealed record RecordCoaching(Guid ParticipationId, CoachingBody Body) : ICommand<Coaching>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.ManagersOnly,
            ProgrammeRefusals.CohortClosed,
            CommonRefusals.UnknownCode,
            CommonRefusals.DateInFuture,
        ];
}

/// <summary>A coaching.</summary>
/// <param name="Before">The code of the session that it came before.</param>
/// <param name="On">The day; not in the future.</param>
/// <param name="Note">What was said.</param>
public sealed record CoachingBody(
    [property: StringLength(Limits.Code, MinimumLength = 1)] string Before,
    DateOnly On,
    [property: StringLength(Limits.Pages, MinimumLength = 1)] string Note
);

internal sealed class RecordCoachingHandler(ProgrammeAccess access, ParticipationWriter writer)
    : IRequestHandler<RecordCoaching, Coaching>
{
    public async Task<Coaching> Handle(RecordCoaching request, CancellationToken cancellationToken)
    {
        var (id, body) = (request.ParticipationId, request.Body);
        var view = await access.ToWriteAsync(DocumentKind.Participation, id, cancellationToken);
        var cohort = view.Cohort(view.Participation(id).Terms.CohortId);
        await access.RequireManagerAsync(view, cancellationToken);
        var written = await writer.WriteAsync(
            view,
            id,
            expected: null,
            (before, now) => before!.Coached(body.Before, body.On, body.Note, cohort.Terms, now),
            cancellationToken
        );
        return written.Terms.Coachings[^1];
    }
}
