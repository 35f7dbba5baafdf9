using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Application.Organisations;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Programmes;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Programmes;

/// <summary>Writes versions of participations.</summary>
public sealed class ParticipationWriter(
    IPipelineDb db,
    DocumentStore documents,
    ParticipationReader reader,
    CohortPlaces places,
    Names names,
    ICaller caller
)
{
    /// <summary>What describing who takes part refuses.</summary>
    internal static readonly IReadOnlyList<Refusal> Describing =
    [
        OrganisationRefusals.UnknownOrganisation,
        ProgrammeRefusals.ProjectNotHeld,
        ProgrammeRefusals.AlreadyChosen,
        ProgrammeRefusals.CohortFull,
        ProgrammeRefusals.CohortClosed,
        ProgrammeRefusals.OneOrTwo,
        CommonRefusals.DateInFuture,
    ];

    /// <summary>Refuses who cannot be in the cohort beside the others.</summary>
    /// <param name="before">Who it was until now, which is not asked again: bodies are merged and projects leave a portfolio meanwhile; null for a new one.</param>
    /// <param name="others">Who else was chosen.</param>
    /// <param name="takesPlace">Whether it has a place.</param>
    /// <exception cref="RefusedException"><c>already_chosen</c>, <c>cohort_full</c>.</exception>
    /// <exception cref="InvalidValueException"><c>unknown_organisation</c>, <c>project_not_held</c>.</exception>
    internal async Task RequireRoomAsync(
        ProgrammeView view,
        Cohort cohort,
        ParticipationTerms? before,
        ParticipationTerms who,
        IReadOnlyList<Participation> others,
        bool takesPlace,
        CancellationToken cancellationToken
    )
    {
        await names.RequireOrganisationsAsync([(who.OrganisationId, "organisationId")], cancellationToken);
        if (
            who.ProjectId is { } projectId
            && projectId != before?.ProjectId
            && !await db.Holdings.AnyAsync(
                h => h.ProjectId == projectId && h.PortfolioId == view.PortfolioId && h.EndedAt == null,
                cancellationToken
            )
        )
            throw ProgrammeRefusals.ProjectNotHeld.With(projectId).At("projectId");
        ParticipationTerms?[] asked = [.. others.Select(o => o.Who), who, before];
        var placeOf = await places.PlaceOfAsync(asked.OfType<ParticipationTerms>(), view.Then, cancellationToken);
        var isElsewhere = before is null || placeOf(before) != placeOf(who);
        if (isElsewhere && others.Any(o => placeOf(o.Who) == placeOf(who)))
            throw ProgrammeRefusals.AlreadyChosen.At("organisationId");
        var taken = CohortPlaces.Taken(others, placeOf) + 1;
        if (takesPlace && taken > cohort.Capacity)
            throw ProgrammeRefusals.CohortFull.With(cohort.Capacity, taken).Exception();
    }

    /// <summary>Writes a version.</summary>
    /// <param name="expected">The version that the caller has seen; null for any.</param>
    internal Task<Document<Participation>> WriteAsync(
        ProgrammeView view,
        Guid participationId,
        long? expected,
        Func<Participation?, DateTimeOffset, Participation> next,
        CancellationToken cancellationToken
    ) =>
        documents.WriteAsync(
            DocumentKey.InPortfolio(DocumentKind.Participation, view.PortfolioId, participationId),
            expected,
            next,
            caller.UserId,
            cancellationToken
        );

    /// <summary>Writes a version and shows it.</summary>
    /// <inheritdoc cref="WriteAsync" path="/param" />
    internal async Task<ParticipationReply> WriteAndShowAsync(
        ProgrammeView view,
        Document<Cohort> cohort,
        Guid participationId,
        long? expected,
        Func<Participation?, DateTimeOffset, Participation> next,
        CancellationToken cancellationToken
    )
    {
        var written = await WriteAsync(view, participationId, expected, next, cancellationToken);
        return (await reader.ShowAsync(view, cohort, [written], cancellationToken))[0];
    }
}
