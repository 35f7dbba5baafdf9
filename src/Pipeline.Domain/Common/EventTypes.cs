using System.Collections.Frozen;

namespace Pipeline.Domain.Common;

/// <summary>The events that others can be told of: what webhooks ask for, what a person's preferences name.</summary>
public static class EventTypes
{
    /// <summary>A webhook was switched off.</summary>
    public const string WebhookSwitchedOff = "webhook.switchedOff";

    /// <summary>All, in the order in which people are shown them.</summary>
    public static readonly IReadOnlyList<EventType> All =
    [
        Of("transition.reported", "A transition was reported", "Un passage a été déclaré"),
        Of("transition.decided", "A transition was decided", "Un passage a été décidé"),
        Of("transition.effective", "A project moved", "Un projet a changé d'étape"),
        Of("transition.withdrawn", "A report was withdrawn", "Une déclaration a été retirée"),
        OfLedger("commitment.agreed", "A commitment was agreed", "Un engagement a été conclu"),
        OfLedger("commitment.cancelled", "A commitment was cancelled", "Un engagement a été annulé"),
        OfLedger("delivery.recorded", "A delivery was recorded", "Un versement a été enregistré"),
        OfLedger("delivery.reversed", "A delivery was reversed", "Un versement a été contre-passé"),
        Of("evaluation.recorded", "An evaluation was recorded", "Une évaluation a été enregistrée"),
        Of("evaluationPlan.recorded", "Evaluations were planned", "Des évaluations ont été prévues"),
        OfLedger("repayment.recorded", "A repayment was recorded", "Un remboursement a été enregistré"),
        OfLedger("repayment.reversed", "A repayment was reversed", "Un remboursement a été contre-passé"),
        OfLedger("agreement.recorded", "An agreement was written", "Une convention a été écrite"),
        Of("currentEconomics.recorded", "How a project lives was written", "Le modèle actuel a été écrit"),
        Of("targetEconomics.recorded", "How a project is to live was written", "Le modèle cible a été écrit"),
        Of("alliance.recorded", "An alliance was written", "Une alliance a été écrite"),
        Of("impact.recorded", "An impact was written", "Un impact a été écrit"),
        Of("impactReading.recorded", "An impact was read", "Un impact a été constaté"),
        Of("indicators.recorded", "Indicators were written", "Des indicateurs ont été écrits"),
        Of(
            "indicatorTargets.recorded",
            "Targets of indicators were written",
            "Des cibles d'indicateurs ont été écrites"
        ),
        Of("indicatorReading.recorded", "An indicator was read", "Un indicateur a été relevé"),
        Of(
            "indicatorReading.reversed",
            "A reading of an indicator was taken back",
            "Un relevé d'indicateur a été annulé"
        ),
        Of("risks.recorded", "Risks were written", "Des risques ont été écrits"),
        Of("progressReport.submitted", "A progress report was submitted", "Un compte rendu a été remis"),
        Of("progressReport.decided", "A progress report was decided", "Un compte rendu a été examiné"),
        Of("programme.recorded", "A programme was written", "Un programme a été écrit"),
        Of("cohort.recorded", "A cohort was written", "Une promotion a été écrite"),
        Of("participation.recorded", "A participation was written", "Une participation a été écrite"),
        Of("deadline.approaching", "A deadline approaches", "Une échéance approche"),
        Of("deadline.missed", "A deadline was missed", "Une échéance est dépassée"),
        Of("project.created", "A project was created", "Un projet a été créé"),
        OfManagers(
            "project.voided",
            "A project entered by mistake was taken back",
            "Un projet saisi par erreur a été retiré"
        ),
        OfManagers("member.added", "A member was added", "Un membre a été ajouté"),
        Of("closing.made", "A period was closed", "Une période a été arrêtée"),
        OfManagers("import.finished", "An import has finished", "Un import est terminé"),
        OfManagers(WebhookSwitchedOff, "A webhook was switched off", "Un webhook a été désactivé"),
    ];

    private static readonly FrozenDictionary<string, EventType> ByCode = All.ToFrozenDictionary(type => type.Code);

    /// <summary>Their codes, in the same order.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. All.Select(type => type.Code)];

    /// <summary>Whether others can be told of it; what only the product itself acts on is left out.</summary>
    public static bool Has(string code) => ByCode.ContainsKey(code);

    /// <summary>What a type is called; the code itself for one that a later version knows.</summary>
    public static Text LabelOf(string code) => ByCode.TryGetValue(code, out var type) ? type.Label : Text.Same(code);

    /// <summary>Who is told of it; <see cref="EventAudience.Managers"/>, the fewest, of one that a later version knows.</summary>
    public static EventAudience AudienceOf(string code) =>
        ByCode.TryGetValue(code, out var type) ? type.Audience : EventAudience.Managers;

    private static EventType Of(string code, string en, string fr) => new(code, new(en, fr));

    private static EventType OfLedger(string code, string en, string fr) =>
        new(code, new(en, fr), EventAudience.Ledger);

    private static EventType OfManagers(string code, string en, string fr) =>
        new(code, new(en, fr), EventAudience.Managers);
}
