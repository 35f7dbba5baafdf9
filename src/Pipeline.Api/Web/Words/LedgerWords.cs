using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>A project's ledgers.</summary>
internal static class LedgerWords
{
    public static readonly Text Lever = new("Lever", "Levier"),
        Three = new("Planned, committed, delivered", "Prévu, engagé, versé"),
        Nothing = new("Nothing is planned or committed yet.", "Rien n'est encore prévu ni engagé."),
        Plan = new("The plan", "Le plan"),
        PlanHelp =
            new(
                "One amount for each phase and lever; what is empty is planned no more. A new version is kept beside the earlier ones.",
                "Un montant par phase et par levier ; ce qui est vide n'est plus prévu. Une nouvelle version est conservée à côté des précédentes."
            ),
        EffectiveOn = new("Counts from", "Vaut à partir du"),
        EffectiveOnHelp =
            new(
                "An earlier day where the plan was agreed on before it is written here.",
                "Un jour antérieur si le plan a été arrêté avant d'être saisi ici."
            ),
        LeftOn = new("The portfolio left the project on {0}: {1}", "Le portefeuille a quitté le projet le {0} : {1}"),
        LeftHelp =
            new(
                "Here stand the portfolio's own commitments, whose books it still closes; all else of the project is for those who hold it.",
                "Voici les engagements propres au portefeuille, dont il clôt encore les livres ; tout le reste du projet est à ceux qui le portent."
            ),
        LeftProjects = new("Projects that were left", "Projets quittés"),
        LeftProjectsHelp =
            new(
                "The portfolio takes part in them no more, but its own commitments to them are in its books until they are delivered or cancelled.",
                "Le portefeuille n'y participe plus, mais ses engagements propres restent dans ses livres tant qu'ils ne sont ni versés ni annulés."
            ),
        Left = new("Left on", "Quitté le"),
        PlanSaved = new("The plan is saved as version {0}.", "Le plan est enregistré en version {0}."),
        Change = new("Change the plan", "Modifier le plan"),
        Commitments = new("Commitments", "Engagements"),
        NoCommitments = new("Nothing is committed yet.", "Rien n'est encore engagé."),
        Agreed = new("Agreed", "Convenu"),
        Funder = new("Funder", "Financeur"),
        For = new("For", "Pour"),
        Amount = new("Amount", "Montant"),
        Delivered = new("Delivered", "Versé"),
        Open = new("Open", "Reste"),
        Details = new("Details", "Détails"),
        Cancelled = new("Cancelled", "Annulé"),
        CancelledOn = new("Cancelled on {0}: {1}", "Annulé le {0} : {1}"),
        ProgrammeHelp =
            new(
                "Where the money pays for a programme of the portfolio.",
                "Si l'argent finance un programme du portefeuille."
            ),
        Agree = new("Record a commitment", "Enregistrer un engagement"),
        AgreedDone = new("The commitment is recorded.", "L'engagement est enregistré."),
        Deliveries = new("Deliveries", "Versements"),
        NoDeliveries = new("Nothing came yet.", "Rien n'a encore été versé."),
        Deliver = new("Record a delivery", "Enregistrer un versement"),
        DeliveredDone = new("The delivery is recorded.", "Le versement est enregistré."),
        Reverse = new("Take back", "Extourner"),
        ReverseQuestion =
            new(
                "{0} is taken back by an opposite entry; both stay in the books.",
                "{0} est extourné par une écriture inverse ; les deux restent dans les livres."
            ),
        Reversed = new("The delivery is taken back.", "Le versement est extourné."),
        IsReversal = new("Reversal", "Extourne"),
        WasReversed = new("Taken back", "Extourné"),
        ProviderHelp =
            new(
                "Who accompanies the project; a name and a capacity. Not for funding.",
                "Qui accompagne le projet : un nom et une qualité. Pas pour un financement."
            ),
        DeliveryProviderHelp =
            new(
                "Only where it is not who the commitment says.",
                "Seulement si ce n'est pas l'accompagnateur de l'engagement."
            ),
        ResultIndicatorsHelp =
            new(
                "What a social impact contract is paid by: one to three.",
                "Ce sur quoi un contrat à impact social est payé : de un à trois."
            ),
        ResultIndicator = new("Result indicator {0}", "Indicateur de résultat {0}"),
        AgreementOf = new("{0}: {1} to {2}", "{0} : du {1} au {2}"),
        Repaid = new("Repaid", "Remboursé"),
        Repayments = new("Repayments", "Remboursements"),
        NoRepayments = new("Nothing was paid back yet.", "Rien n'a encore été remboursé."),
        RepaymentsHelp =
            new(
                "What comes back of a loan or of equity; it changes neither the ledgers nor the shares.",
                "Ce qui revient d'un prêt ou d'un investissement ; cela ne change ni les livres ni les parts."
            ),
        Repay = new("Record a repayment", "Enregistrer un remboursement"),
        RepaidDone = new("The repayment is recorded.", "Le remboursement est enregistré."),
        RepaymentReversed = new("The repayment is taken back.", "Le remboursement est extourné."),
        Cancel = new("Cancel the commitment", "Annuler l'engagement"),
        CancelQuestion =
            new(
                "{0} that is still open is no longer committed; what was delivered stays.",
                "{0} encore ouverts ne sont plus engagés ; ce qui a été versé demeure."
            ),
        CancelledDone = new("The commitment is cancelled.", "L'engagement est annulé."),
        Currency = new("In {0}.", "En {0}.");
}
