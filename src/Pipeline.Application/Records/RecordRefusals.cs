using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Records;

/// <summary>What use cases refuse that name another module's document.</summary>
public static class RecordRefusals
{
    public static readonly Refusal UnknownAgreement = Refusal.Invalid(
        "unknown_agreement",
        new(
            "The project has no agreement {0} with this portfolio.",
            "Le projet n'a pas de convention {0} avec ce portefeuille."
        ),
        "The project has no such agreement with this portfolio."
    );

    public static readonly Refusal UnknownAlliance = Refusal.Invalid(
        "unknown_alliance",
        new("The project has no alliance {0}.", "Le projet n'a pas d'alliance {0}."),
        "The project has no such alliance."
    );

    public static readonly Refusal UnknownProgramme = Refusal.Invalid(
        "unknown_programme",
        new("The portfolio has no programme {0}.", "Le portefeuille n'a pas de programme {0}."),
        "The portfolio has no such programme."
    );

    public static readonly Refusal UnknownEvaluation = Refusal.Invalid(
        "unknown_evaluation",
        new("The project has no evaluation {0}.", "Le projet n'a pas d'évaluation {0}."),
        "The project has no such evaluation."
    );

    /// <summary>Refuses an evaluation that is not one of the project's.</summary>
    /// <exception cref="InvalidValueException"><c>unknown_evaluation</c>.</exception>
    public static async Task RequireEvaluationAsync(
        this IPipelineDb db,
        Guid projectId,
        Guid? evaluationId,
        string field,
        CancellationToken cancellationToken
    )
    {
        if (
            evaluationId is { } id
            && !await db.Evaluations.AnyAsync(e => e.Id == id && e.ProjectId == projectId, cancellationToken)
        )
            throw UnknownEvaluation.With(id).At(field);
    }

    /// <summary>Refuses an alliance that is not one of the project's.</summary>
    /// <exception cref="InvalidValueException"><c>unknown_alliance</c>.</exception>
    public static async Task RequireAllianceAsync(
        this DocumentStore documents,
        Guid projectId,
        Guid? allianceId,
        string field,
        CancellationToken cancellationToken
    )
    {
        if (
            allianceId is { } id
            && !await documents.ExistsAsync(DocumentKind.Alliance, projectId, id, cancellationToken)
        )
            throw UnknownAlliance.With(id).At(field);
    }

    /// <summary>Refuses a programme that is not one of the portfolio's.</summary>
    /// <exception cref="InvalidValueException"><c>unknown_programme</c>.</exception>
    public static async Task RequireProgrammeAsync(
        this DocumentStore documents,
        Guid portfolioId,
        Guid? programmeId,
        string field,
        CancellationToken cancellationToken
    )
    {
        if (
            programmeId is { } id
            && !await documents.ExistsAsync(DocumentKind.Programme, portfolioId, id, cancellationToken)
        )
            throw UnknownProgramme.With(id).At(field);
    }
}
