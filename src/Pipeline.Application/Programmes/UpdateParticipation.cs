using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Programmes;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Programmes;

/// <summary>Says what happened to somebody's way with a cohort, or describes it otherwise; managers of its portfolio.</summary>
public sealed record UpdateParticipation(Guid ParticipationId, long? Version, ParticipationBody Body)
    : ICommand<ParticipationReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.ManagersOnly,
            .. ParticipationWriter.Describing,
            ProgrammeRefusals.StatusNotNext,
            ProgrammeRefusals.MilestoneFilesMissing,
            ProgrammeRefusals.ProjectInUse,
            DocumentRefusals.DatesReversed,
        ];
}

internal sealed class UpdateParticipationHandler(Scope scope, ProgrammeAccess access, ParticipationWriter writer)
    : IRequestHandler<UpdateParticipation, ParticipationReply>
{
    public async Task<ParticipationReply> Handle(UpdateParticipation request, CancellationToken cancellationToken)
    {
        var (id, body) = (request.ParticipationId, request.Body);
        var view = await access.ToWriteAsync(DocumentKind.Participation, id, cancellationToken);
        var participation = view.Participation(id);
        await access.RequireManagerAsync(view, cancellationToken);
        var cohort = view.Cohort(participation.Terms.CohortId);
        var who = body.ToTerms();
        // Whoever does not see its project cannot have meant to take it away.
        if (
            who.ProjectId is null
            && participation.Terms.Who.ProjectId is { } project
            && !await scope.Projects.AnyAsync(p => p.Id == project, cancellationToken)
        )
            who = who with { ProjectId = project };
        var others = view.AllParticipationsOf(cohort.Id).Where(p => p.Id != id).Select(p => p.Terms).ToList();
        var status = body.Status ?? participation.Terms.Last.Status;
        await writer.RequireRoomAsync(
            view,
            cohort.Terms,
            participation.Terms.Who,
            who,
            others,
            status != ParticipationStatus.Left,
            cancellationToken
        );
        return await writer.WriteAndShowAsync(
            view,
            cohort,
            id,
            request.Version,
            (before, now) =>
            {
                var (described, isSame) = (before!.Described(who), status == before.Last.Status);
                return described.Happened(
                    status,
                    body.On ?? (isSame ? described.Last.On : now.Today()),
                    body.Reason ?? (isSame ? described.Last.Reason : null),
                    cohort.Terms,
                    now
                );
            },
            cancellationToken
        );
    }
}
