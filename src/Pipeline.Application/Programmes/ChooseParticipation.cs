using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Programmes;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Programmes;

/// <summary>Chooses somebody for a cohort; managers of its portfolio.</summary>
public sealed record ChooseParticipation(Guid CohortId, ParticipationBody Body)
    : ICommand<ParticipationReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [AccessRefusals.ManagersOnly, .. ParticipationWriter.Describing, ProgrammeRefusals.StatusNotNext];
}

internal sealed class ChooseParticipationHandler(ProgrammeAccess access, ParticipationWriter writer, TimeProvider time)
    : IRequestHandler<ChooseParticipation, ParticipationReply>
{
    public async Task<ParticipationReply> Handle(ChooseParticipation request, CancellationToken cancellationToken)
    {
        var body = request.Body;
        var view = await access.ToWriteAsync(DocumentKind.Cohort, request.CohortId, cancellationToken);
        var cohort = view.Cohort(request.CohortId);
        await access.RequireManagerAsync(view, cancellationToken);
        if (body.Status is not (null or ParticipationStatus.Selected))
            throw ProgrammeRefusals.SelectedFirst.At("status");
        var who = body.ToTerms();
        var others = view.AllParticipationsOf(cohort.Id).Select(p => p.Terms).ToList();
        await writer.RequireRoomAsync(
            view,
            cohort.Terms,
            before: null,
            who,
            others,
            takesPlace: true,
            cancellationToken
        );
        return await writer.WriteAndShowAsync(
            view,
            cohort,
            Guid.CreateVersion7(time.GetUtcNow()),
            expected: null,
            (_, now) => Participation.Chosen(cohort.Id, cohort.Terms, who, body.On ?? now.Today(), now),
            cancellationToken
        );
    }
}
