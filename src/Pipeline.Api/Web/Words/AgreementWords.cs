using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>Support agreements between projects and portfolios.</summary>
internal static class AgreementWords
{
    public static readonly Text Title = new("Agreements", "Conventions"),
        With = new("Agreement with {0}", "Convention avec {0}"),
        Lead =
            new(
                "What a project and a fund agree on beside the money: three years at least, objectives built with the governance, an exit planned from the start.",
                "Ce que le projet et le financeur conviennent au-delà de l'argent : trois ans au moins, des objectifs construits avec la gouvernance, une sortie prévue dès le départ."
            ),
        NoneYet = new("No agreement is recorded yet.", "Aucune convention n'est encore enregistrée."),
        NoneSeen =
            new(
                "The agreements of this project are its funders' and its owners' to see.",
                "Les conventions de ce projet sont réservées à ses financeurs et à ses porteurs."
            ),
        Record = new("Record the agreement", "Enregistrer la convention"),
        Saved = new("The agreement is saved.", "La convention est enregistrée."),
        Runs = new("Runs", "Durée"),
        Short = new("under three years", "moins de trois ans"),
        LongEnough = new("three years or more", "trois ans ou plus"),
        Objectives = new("Objectives", "Objectifs"),
        Objective = new("Objective", "Objectif"),
        NoObjectives = new("None is written down.", "Aucun n'est écrit."),
        Measure = new("Seen by", "Se constate à"),
        Due = new("by", "d'ici le"),
        Exit = new("Exit", "Sortie"),
        ExitPlanned = new("Planned", "Prévue"),
        ExitMissing = new("Not planned yet", "Pas encore prévue"),
        Every = new("every {0} months", "tous les {0} mois"),
        Filter = new("Exit", "Sortie"),
        EndingBefore = new("Ends before", "S'achève avant le"),
        OfPortfolio = new("Support agreements", "Conventions d'accompagnement"),
        NoneHere = new("No agreement is as asked for.", "Aucune convention ne correspond."),
        ObjectivesHelp =
            new(
                "What the support is to bring about, as it was agreed.",
                "Ce que l'accompagnement doit permettre, tel que convenu."
            );

    /// <summary>How long it runs.</summary>
    public static Text Months(int count) =>
        Spelled.Of(count, new("{0} month", "{0} mois"), new("{0} months", "{0} mois"));
}
