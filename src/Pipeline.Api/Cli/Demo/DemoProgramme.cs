using MediatR;
using Pipeline.Application.Programmes;
using Pipeline.Domain.Programmes;
using Pipeline.Domain.Reference;

namespace Pipeline.Api.Cli.Demo;

/// <summary>
/// A programme of the demonstration, on the path of nine months (CT l.343-509), with a cohort that is under way and dated from today, and two catalysts. Who takes part is
/// invented.
/// </summary>
internal sealed class DemoProgramme(
    IMediator mediator,
    Func<string, ActorProfile, Task<Guid>> organisation,
    DateOnly today
)
{
    /// <summary>Runs it; the caller manages the portfolio.</summary>
    /// <param name="projectId">A project that takes part.</param>
    public async Task AddAsync(Guid portfolioId, Guid projectId)
    {
        var programme = await mediator.Send(
            new CreateProgramme(
                new(
                    "EXPERIENCE",
                    "Territorial experience",
                    portfolioId,
                    Themes: ["Third places and territorial dialogue", "Hybrid socio-economic models"],
                    PartnerOrganisationIds: [await organisation("Fondation Exemple", ActorProfile.Foundation)]
                )
            )
        );
        var startsOn = today.AddMonths(-3);
        var cohort = await mediator.Send(new OpenCohort(programme.Id, new(startsOn)));
        var care = await ChooseAsync(
            cohort.Id,
            "Association Soin Durable",
            "Pays de Fougères",
            ParticipantNature.Association,
            projectId
        );
        var town = await ChooseAsync(
            cohort.Id,
            "Communauté de communes de l'Exemple",
            "Val de l'Exemple",
            ParticipantNature.LocalAuthority
        );
        await SayAsync(care, ParticipationStatus.TakingPart, startsOn);
        await SayAsync(
            town,
            ParticipationStatus.Left,
            startsOn.AddDays(-7),
            "The council has other priorities this year"
        );
        await mediator.Send(new SetCohortSession(cohort.Id, "S1", null, new(startsOn, [new(care.Id, true)])));
        await mediator.Send(
            new SetCohortSession(cohort.Id, "S2", null, new(startsOn.AddMonths(2).AddDays(3), [new(care.Id, true)]))
        );
        await mediator.Send(
            new RecordCoaching(
                care.Id,
                new("S2", startsOn.AddMonths(2).AddDays(-5), "Who in the hospitals has to be at the table")
            )
        );
        await mediator.Send(
            new HandInFile(
                care.Id,
                new(
                    MilestoneKind.PracticeReview,
                    startsOn.AddMonths(1),
                    "What is done today",
                    "https://example.org/practice-review"
                )
            )
        );
        await CatalystsAsync();
    }

    private async Task<ParticipationReply> ChooseAsync(
        Guid cohortId,
        string name,
        string territory,
        ParticipantNature nature,
        Guid? projectId = null
    ) =>
        await mediator.Send(
            new ChooseParticipation(
                cohortId,
                new(
                    await organisation(name, ActorProfile.Association),
                    territory,
                    nature,
                    ["Director", "Head of partnerships"],
                    projectId,
                    On: today.AddMonths(-4)
                )
            )
        );

    private Task<ParticipationReply> SayAsync(
        ParticipationReply who,
        ParticipationStatus status,
        DateOnly on,
        string? reason = null
    ) =>
        mediator.Send(
            new UpdateParticipation(
                who.Id,
                null,
                new(who.OrganisationId, who.Territory, who.Nature, who.Participants, who.ProjectId, status, on, reason)
            )
        );

    private async Task CatalystsAsync()
    {
        await mediator.Send(
            new AddCatalyst(
                new(
                    await organisation("Le Tiers-lieu de l'Exemple", ActorProfile.Association),
                    [CatalystMission.Dialogue, CatalystMission.Experiments],
                    ["Pays de Fougères"],
                    today.AddYears(-4),
                    [Engineering.Interconnection, Engineering.Project]
                )
            )
        );
        await mediator.Send(
            new AddCatalyst(
                new(
                    await organisation("Maison des partenariats", ActorProfile.Association),
                    [CatalystMission.Partnerships],
                    ["Val de l'Exemple", "Pays de Fougères"],
                    today.AddYears(-9),
                    [Engineering.Interconnection]
                )
            )
        );
    }
}
