using Pipeline.Domain.Common;

namespace Pipeline.Application.Organisations;

/// <summary>What the directory of organisations refuses.</summary>
public static class OrganisationRefusals
{
    public static readonly Refusal IdentifierTaken = Refusal.Refused(
        "identifier_taken",
        new("Another organisation has the identifier {0}.", "Une autre organisation porte l'identifiant {0}."),
        "Another organisation has this identifier."
    );

    public static readonly Refusal SameOrganisation = Refusal.Invalid(
        "same_organisation",
        new("An organisation is not merged into itself.", "Une organisation ne se fusionne pas avec elle-même."),
        "Both are one entry already."
    );

    public static readonly Refusal AlreadyMerged = Refusal.Refused(
        "already_merged",
        new("This entry was merged into {0} already.", "Cette fiche a déjà été fusionnée avec {0}."),
        "The entry was merged before."
    );

    public static readonly Refusal UnknownOrganisation = Refusal.Invalid(
        "unknown_organisation",
        new("There is no organisation {0}.", "Il n'y a pas d'organisation {0}."),
        "The directory has no such organisation."
    );
}
