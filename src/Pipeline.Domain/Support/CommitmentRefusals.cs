using Pipeline.Domain.Common;

namespace Pipeline.Domain.Support;

/// <summary>What commitments and their deliveries refuse.</summary>
public static class CommitmentRefusals
{
    public static readonly Refusal EndsBeforeAgreed = Refusal.Invalid(
        "dates_reversed",
        new("{0} is {1}, before the agreement ({2}).", "{0} vaut {1}, avant l'accord ({2})."),
        "The end lies before the beginning."
    );

    public static readonly Refusal EndsBeforeStart = EndsBeforeAgreed.Saying(
        new("{0} is {1}, before the start ({2}).", "{0} vaut {1}, avant le début ({2}).")
    );

    public static readonly Refusal DeliveryBeforeCommitment = Refusal.Invalid(
        "delivery_before_commitment",
        new("{0} is {1}, before the commitment ({2}).", "{0} vaut {1}, avant l'engagement ({2})."),
        "The delivery lies before its commitment."
    );

    public static readonly Refusal DeliveryExceedsCommitment = Refusal.Refused(
        "delivery_exceeds_commitment",
        new(
            "What is delivered cannot pass the commitment: {0} of {1} are open.",
            "Le versé ne peut dépasser l'engagement : {0} sur {1} restent ouverts."
        ),
        "What is delivered cannot pass what is open on the commitment."
    );

    public static readonly Refusal ReversalOfReversal = Refusal.Refused(
        "reversal_of_reversal",
        new(
            "A reversal cannot be reversed: record a new delivery.",
            "Une annulation ne s'annule pas : enregistrez un nouveau versement."
        ),
        "A reversal cannot be reversed."
    );

    public static readonly Refusal AlreadyReversed = Refusal.Refused(
        "already_reversed",
        new("This delivery is reversed already.", "Ce versement est déjà annulé."),
        "What was recorded is reversed already."
    );

    public static readonly Refusal ReversalBeforeDelivery = Refusal.Invalid(
        "reversal_before_delivery",
        new("{0} is {1}, before the delivery ({2}).", "{0} vaut {1}, avant le versement ({2})."),
        "The reversal lies before the delivery."
    );

    public static readonly Refusal CancelledBeforeAgreed = Refusal.Invalid(
        "cancelled_before_agreed",
        new("{0} is {1}, before the commitment ({2}).", "{0} vaut {1}, avant l'engagement ({2})."),
        "The cancellation lies before the agreement."
    );

    public static readonly Refusal CancelledBeforeDelivery = Refusal.Invalid(
        "cancelled_before_delivery",
        new("{0} is {1}, before what was delivered on {2}.", "{0} vaut {1}, avant ce qui a été versé le {2}."),
        "The cancellation lies before a delivery."
    );

    public static readonly Refusal CommitmentCancelled = Refusal.Refused(
        "commitment_cancelled",
        new("The commitment is cancelled.", "L'engagement est annulé.")
    );

    public static readonly Refusal HoursWithoutSkills = Refusal.Invalid(
        "hours_without_skills",
        new("Only commitments of nature skills have hours.", "Seuls les engagements de nature skills ont des heures.")
    );

    public static readonly Refusal HoursNotPositive = Refusal.Invalid(
        "hours_not_positive",
        new(
            "Hours are more than 0, at most 1,000,000, with two decimals at most.",
            "Les heures sont supérieures à 0, au plus 1 000 000, avec deux décimales au plus."
        ),
        "Hours are more than zero, with two decimals at most."
    );

    public static readonly Refusal ProviderNotForFunding = Refusal.Invalid(
        "provider_not_for_funding",
        new(
            "Funding is given, not accompanied: only the other levers have a provider.",
            "Un financement est versé, non accompagné : seuls les autres leviers ont un accompagnateur."
        )
    );

    public static readonly Refusal ResultIndicatorsWanted = Refusal.Invalid(
        "result_indicators_wanted",
        new(
            "A social impact contract names 1 to 3 indicators of its result, and no other instrument any.",
            "Un contrat à impact social nomme de 1 à 3 indicateurs de résultat, et aucun autre instrument n'en a."
        )
    );

    public static readonly Refusal ProgrammeLever = Refusal.Invalid(
        "programme_lever",
        new(
            "A programme is paid for by the lever of expertise and networks alone.",
            "Un programme n'est financé que par le levier de l'apport en expertises et réseaux."
        )
    );

    public static readonly Refusal NotRepayable = Refusal.Refused(
        "not_repayable",
        new("Only a loan or equity is paid back.", "Seuls un prêt ou un investissement sont remboursés.")
    );

    public static readonly Refusal RepaymentBeforeCommitment = Refusal.Invalid(
        "repayment_before_commitment",
        new("{0} is {1}, before the commitment ({2}).", "{0} vaut {1}, avant l'engagement ({2})."),
        "The repayment lies before its commitment."
    );

    /// <summary>Everything that hours can get wrong.</summary>
    public static readonly IReadOnlyList<Refusal> Hours = [HoursNotPositive, HoursWithoutSkills];
}
