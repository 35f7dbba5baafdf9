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
}
