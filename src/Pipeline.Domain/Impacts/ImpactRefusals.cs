using Pipeline.Domain.Common;

namespace Pipeline.Domain.Impacts;

/// <summary>What impacts and their readings refuse of their own.</summary>
public static class ImpactRefusals
{
    public static readonly Refusal FacetOfAnotherKind = Refusal.Invalid(
        "facet_of_another_kind",
        new(
            "'{0}' is no facet of kind {1}, which has {2}.",
            "« {0} » n'est pas une facette de la nature {1}, qui a {2}."
        ),
        "The facet belongs to another kind of impact."
    );

    public static readonly Refusal ReadingBeforeImpact = Refusal.Invalid(
        "reading_before_impact",
        new("{0} is {1}, before the impact began ({2}).", "{0} vaut {1}, avant le début de l'impact ({2})."),
        "The reading lies before the impact began."
    );
}
