using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Organisations;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.EvaluationPlans;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Projects;

/// <summary>Replaces a project's description; its owners and managers.</summary>
public sealed record UpdateProject(Guid Id, long? Version, ProjectBody Body) : ICommand<ProjectReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.DescribingNotPermitted,
            AccessRefusals.ManagersOnly,
            OrganisationRefusals.UnknownOrganisation,
            ProjectRefusals.StartContradicted,
            CommonRefusals.DateInFuture,
            CommonRefusals.Duplicate,
        ];
}

/// <summary>The whole description: what is left out is emptied.</summary>
/// <param name="StartedOn">The day the project began; managers move it while nothing recorded is older. It stays where left out.</param>
public sealed record ProjectBody(
    [property: StringLength(Limits.Name)] string Name,
    SocioEconomicModel SocioEconomicModel,
    IReadOnlyList<int> Sdgs,
    IReadOnlyList<string> Domains,
    [property: StringLength(Limits.Pages)] string? Summary = null,
    NeedDto? Need = null,
    [property: MaxLength(Limits.List)] IReadOnlyList<string>? SolutionHypotheses = null,
    ModelDto? Model = null,
    TakeOverDto? TakeOver = null,
    DateOnly? StartedOn = null
)
{
    internal ProjectDescription ToDescription() =>
        new(
            Name,
            Summary,
            Need is { } need ? new(need.Problem, need.Beneficiaries) : Domain.Projects.Need.Unknown,
            SolutionHypotheses ?? [],
            Model is { } m
                ? new(
                    m.ValueProposition,
                    m.ValueChain,
                    m.EconomicModel,
                    m.Positioning,
                    m.ActorRoles,
                    m.Governance,
                    m.TechnicalFramework
                )
                : Domain.Projects.Model.Unwritten,
            SocioEconomicModel,
            Sdgs,
            Domains,
            TakeOver?.ToTakeOver()
        );
}

internal sealed class UpdateProjectHandler(
    IPipelineDb db,
    Scope scope,
    DocumentStore documents,
    ProjectReader reader,
    TimeProvider time
) : IRequestHandler<UpdateProject, ProjectReply>
{
    public async Task<ProjectReply> Handle(UpdateProject request, CancellationToken cancellationToken)
    {
        var rights = (await scope.InProjectAsync(request.Id, cancellationToken)).RequireDescriber();
        var project = await db.LoadProjectAsync(request.Id, request.Version, cancellationToken);
        await Organisations.Directory.RequireKnownAsync(
            db,
            request.Body.TakeOver?.OrganisationId,
            "takeOver.organisationId",
            cancellationToken
        );
        var now = time.GetUtcNow();
        project.Describe(request.Body.ToDescription(), now);
        if (request.Body.StartedOn is { } startedOn && startedOn != project.StartedOn)
        {
            rights.RequireManager();
            project.BeginOn(startedOn, await FactsAsync(project.Id, cancellationToken), now);
        }
        await db.SaveChangesAsync(cancellationToken);
        return await reader.ReadAsync(project.Id, cancellationToken);
    }

    // The oldest of each kind.
    private async Task<IReadOnlyList<DatedFact>> FactsAsync(Guid projectId, CancellationToken cancellationToken)
    {
        var agreed = await db
            .Commitments.Where(c => c.ProjectId == projectId)
            .MinAsync(c => (DateOnly?)c.AgreedOn, cancellationToken);
        var evaluated = await db
            .Evaluations.Where(e => e.ProjectId == projectId)
            .MinAsync(e => (DateOnly?)e.CarriedOutOn, cancellationToken);
        var planned = await db
            .PlanVersions.Where(v => v.ProjectId == projectId)
            .MinAsync(v => (DateOnly?)v.EffectiveOn, cancellationToken);
        var read = await db
            .FactEntries.Where(f =>
                f.ProjectId == projectId
                && f.Kind == FactKind.IndicatorReading
                && f.ReversesId == null
                && !db.FactEntries.Any(r => r.ReversesId == f.Id)
            )
            .MinAsync(f => (DateOnly?)f.On, cancellationToken);
        var due = (
            await documents.OfProjectAsync<EvaluationPlan>(DocumentKind.EvaluationPlan, projectId, cancellationToken)
        )
            .SelectMany(p => p.Terms.Evaluations)
            .Where(e => e.CancelledReason is null)
            .Min(e => (DateOnly?)e.DueOn);
        return
        [
            .. Fact(agreed, "a commitment", "un engagement"),
            .. Fact(evaluated, "an evaluation", "une évaluation"),
            .. Fact(planned, "a plan", "un plan"),
            .. Fact(read, "a reading of an indicator", "un relevé d'indicateur"),
            .. Fact(due, "a planned evaluation", "une évaluation prévue"),
        ];
    }

    private static IEnumerable<DatedFact> Fact(DateOnly? on, string en, string fr) =>
        on is { } day ? [new(new(en, fr), day)] : [];
}
