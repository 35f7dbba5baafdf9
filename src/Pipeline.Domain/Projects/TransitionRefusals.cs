using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>What reporting, deciding and withdrawing refuse.</summary>
public static class TransitionRefusals
{
    public static readonly Refusal TransitionNotPermitted = Refusal.Refused(
        "transition_not_permitted",
        new(
            "“{0}” is not permitted in {1}, {2}; permitted: {3}.",
            "« {0} » n'est pas permis : {1}, {2} ; permis : {3}."
        ),
        "The trigger is not permitted in the project's present phase and standing."
    );

    public static readonly Refusal GateNotMet = Refusal.Refused(
        "gate_not_met",
        new(
            "The gate is not met: {0}. Mend them, or ask for a waiver of each with its reason.",
            "Les conditions du passage ne sont pas remplies : {0}. Remédiez-y, ou demandez pour chacune une dérogation motivée."
        ),
        "The gate is not met; errors names every unmet criterion by its code."
    );

    public static readonly Refusal NotAReporter = Refusal.Forbidden(
        "not_a_reporter",
        new(
            "Only owners and managers of the project report transitions.",
            "Seuls les porteurs et les gestionnaires du projet déclarent des passages."
        )
    );

    public static readonly Refusal ManagersDecide = Refusal.Forbidden(
        "managers_decide",
        new(
            "This portfolio has managers enough to review: an administrator stands in only where there is one at most.",
            "Ce portefeuille compte assez de gestionnaires : un administrateur ne supplée que s'il y en a un au plus."
        ),
        "An administrator stands in only where the portfolio has one manager at most."
    );

    public static readonly Refusal ManagersDecideOnly = Refusal.Forbidden(
        "managers_only",
        new(
            "Only managers of the lead portfolio decide.",
            "Seuls les gestionnaires du portefeuille chef de file décident."
        ),
        "Only managers of the portfolio and administrators do this."
    );

    public static readonly Refusal ManagersOnly = ManagersDecideOnly.Saying(
        new(
            "Only managers of the lead portfolio do this.",
            "Seuls les gestionnaires du portefeuille chef de file peuvent le faire."
        )
    );

    public static readonly Refusal ReportPending = Refusal.Refused(
        "report_pending",
        new(
            "A report is pending: it has to be decided or withdrawn first.",
            "Une déclaration est en attente : elle doit d'abord être tranchée ou retirée."
        )
    );

    public static readonly Refusal WaiverNeedsManager = Refusal.Forbidden(
        "waiver_needs_manager",
        new(
            "Without review only a manager's own report can carry a waiver.",
            "Sans revue, seule la déclaration d'un gestionnaire peut porter une dérogation."
        )
    );

    public static readonly Refusal OwnReport = Refusal.Forbidden(
        "own_report",
        new("Nobody decides on a report of their own.", "Nul ne décide de sa propre déclaration.")
    );

    public static readonly Refusal WaiversWithApprovalOnly = Refusal.Invalid(
        "waiver_not_needed",
        new("Waivers come with an approval only.", "Une dérogation n'accompagne qu'une approbation."),
        "There is nothing to waive."
    );

    public static readonly Refusal NotTheReporter = Refusal.Forbidden(
        "not_the_reporter",
        new(
            "Only its reporter or an owner withdraws a report.",
            "Seuls son auteur ou un porteur retirent une déclaration."
        )
    );

    public static readonly Refusal AlreadyDecided = Refusal.Refused(
        "already_decided",
        new(
            "This report is “{0}”; only a pending one can be decided or withdrawn.",
            "Cette déclaration est « {0} » ; seule une déclaration en attente peut être tranchée ou retirée."
        ),
        "Only a pending report can be decided or withdrawn."
    );

    public static readonly Refusal DateBeforeLast = Refusal.Invalid(
        "date_before_last",
        new(
            "{0} is {1}, before the last transition or the start ({2}).",
            "{0} vaut {1}, avant le dernier passage ou le début ({2})."
        ),
        "The date lies before the last transition, or before the start."
    );

    public static readonly Refusal TakeOverNotExpected = Refusal.Invalid(
        "not_expected",
        new(
            "Only an adoption says who takes over; name them beforehand in the project's description.",
            "Seule une adoption dit qui prend le relais ; nommez-le auparavant dans la description du projet."
        ),
        "Only adopt takes a take-over."
    );

    public static readonly Refusal TakeOverRequired = CommonRefusals.Required.Saying(
        new(
            "An adoption asks who takes over, and as what: public policy, market or commons.",
            "Une adoption demande qui prend le relais, et comment : politique publique, marché ou commun."
        )
    );

    public static readonly Refusal WaiverUnknown = Refusal.Invalid(
        "waiver_unknown",
        new("'{0}' is no criterion of this gate.", "« {0} » n'est pas un critère de ce passage."),
        "This is no criterion of this gate."
    );

    public static readonly Refusal WaiverNotNeeded = WaiversWithApprovalOnly.Saying(
        new("'{0}' is met: there is nothing to waive.", "« {0} » est rempli : il n'y a pas lieu de déroger.")
    );

    public static readonly Refusal WaiverNotWaivable = Refusal.Invalid(
        "waiver_not_waivable",
        new(
            "'{0}' does not block: there is nothing to waive.",
            "« {0} » ne bloque pas : il n'y a pas lieu de déroger."
        ),
        "The criterion does not block: there is nothing to waive."
    );

    public static readonly Refusal WaiverDuplicate = Refusal.Invalid(
        "waiver_duplicate",
        new("'{0}' is waived twice.", "« {0} » est visé deux fois."),
        "The criterion is waived twice."
    );

    /// <summary>Everything that a waiver can get wrong.</summary>
    public static readonly IReadOnlyList<Refusal> Waivers =
    [
        WaiverUnknown,
        WaiversWithApprovalOnly,
        WaiverNotWaivable,
        WaiverDuplicate,
    ];
}
