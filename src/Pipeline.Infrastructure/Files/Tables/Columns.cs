using Pipeline.Application.Exports;

namespace Pipeline.Infrastructure.Files.Tables;

/// <summary>The columns of every register, names before codes, ids last, and after them what came later, so that earlier files read the same: one place for sheets, CSV and definitions.</summary>
public static class Columns
{
    /// <summary>Of projects.</summary>
    public static readonly IReadOnlyList<Column<ProjectRow>> Projects =
    [
        new(
            "code",
            new("Code", "Code"),
            new("Unique within the lead portfolio.", "Unique dans le portefeuille chef de file."),
            CellKind.Text,
            24,
            r => r.Code
        ),
        new(
            "name",
            new("Project", "Projet"),
            new("Name of the project.", "Nom du projet."),
            CellKind.Text,
            38,
            r => r.Name
        ),
        new(
            "owner",
            new("Owner", "Porteur"),
            new("Organisation that carries the project.", "Organisation qui porte le projet."),
            CellKind.Text,
            32,
            r => r.Owner
        ),
        new(
            "phase",
            new("Phase", "Phase"),
            new("Phase as of the date of the report.", "Phase à la date du rapport."),
            CellKind.Text,
            17,
            r => r.Phase,
            Coded: true
        ),
        new(
            "standing",
            new("Standing", "Statut"),
            new("Active, on hold, adopted or stopped.", "Actif, en pause, adopté ou arrêté."),
            CellKind.Text,
            12,
            r => r.Standing,
            Coded: true
        ),
        new(
            "startedOn",
            new("Started", "Début"),
            new("First day of conception.", "Premier jour de la conception."),
            CellKind.Date,
            12,
            r => r.StartedOn
        ),
        new(
            "phaseSince",
            new("In phase since", "En phase depuis"),
            new("Day the phase was entered.", "Jour d'entrée dans la phase."),
            CellKind.Date,
            14,
            r => r.PhaseSince
        ),
        new(
            "daysInPhase",
            new("Days in phase", "Jours en phase"),
            new("Days of the current stay, holds left out.", "Jours du séjour en cours, pauses déduites."),
            CellKind.Whole,
            11,
            r => r.DaysInPhase
        ),
        new(
            "planned",
            new("Planned", "Prévu"),
            new("Current plan, all levers and phases.", "Plan en vigueur, tous leviers et phases."),
            CellKind.Money,
            16,
            r => r.PlannedCents,
            true
        ),
        new(
            "committed",
            new("Committed", "Engagé"),
            new(
                "Agreements with funders; of cancelled ones what was delivered.",
                "Accords avec les financeurs ; des accords annulés, ce qui a été versé."
            ),
            CellKind.Money,
            16,
            r => r.CommittedCents,
            true
        ),
        new(
            "delivered",
            new("Delivered", "Versé"),
            new("Deliveries less reversals.", "Versements moins annulations."),
            CellKind.Money,
            16,
            r => r.DeliveredCents,
            true
        ),
        new(
            "currency",
            new("Currency", "Devise"),
            new("Of the three amounts.", "Des trois montants."),
            CellKind.Text,
            9,
            r => r.Currency
        ),
        new(
            "capacityBuilding",
            new("Capacity building", "Part de renforcement des capacités"),
            new(
                "Expertise, networks, strategy and governance as a share of what is committed (target: at least 22%, RC l.3105-3107).",
                "Expertise, réseaux, stratégie et gouvernance en part de l'engagé (cible : au moins 22 %, RC l.3105-3107)."
            ),
            CellKind.Share,
            18,
            r => r.CapacityBuilding
        ),
        new(
            "evaluation",
            new("Evaluation", "Part d'évaluation"),
            new(
                "Evaluation as a share of what is committed (ceiling: at most 10%, RC l.3204-3208).",
                "Évaluation en part de l'engagé (plafond : au plus 10 %, RC l.3204-3208)."
            ),
            CellKind.Share,
            12,
            r => r.Evaluation
        ),
        new(
            "sdgs",
            new("SDGs", "ODD"),
            new("Sustainable Development Goals, by number.", "Objectifs de développement durable, par numéro."),
            CellKind.Text,
            12,
            r => r.Sdgs
        ),
        new(
            "domains",
            new("Domains", "Domaines"),
            new("Domains of fragility (ECO).", "Domaines de fragilité (ECO)."),
            CellKind.Text,
            30,
            r => r.Domains
        ),
        new(
            "regions",
            new("Regions", "Régions"),
            new("Regions of its territories.", "Régions de ses territoires."),
            CellKind.Text,
            26,
            r => r.Regions
        ),
        new(
            "summary",
            new("Summary", "Résumé"),
            new("What the project is about.", "Ce dont il s'agit."),
            CellKind.Text,
            60,
            r => r.Summary
        ),
        new(
            "portfolio",
            new("Lead portfolio", "Chef de file"),
            new("Code of the portfolio that leads the project.", "Code du portefeuille chef de file."),
            CellKind.Text,
            14,
            r => r.Portfolio
        ),
        new(
            "id",
            new("Id", "Id"),
            new("Identifier of the project in the API.", "Identifiant du projet dans l'API."),
            CellKind.Text,
            38,
            r => r.Id.ToString()
        ),
        new(
            "version",
            new("Version", "Version"),
            new("Rises with every change of the project.", "Augmente à chaque modification du projet."),
            CellKind.Whole,
            9,
            r => r.Version
        ),
    ];

    /// <summary>Of transitions.</summary>
    public static readonly IReadOnlyList<Column<TransitionRow>> Transitions =
    [
        Project<TransitionRow>(r => r.ProjectCode),
        ProjectName<TransitionRow>(r => r.ProjectName),
        new(
            "sequence",
            new("No.", "N°"),
            new(
                "Place in the project's chain of moves; empty unless effective.",
                "Rang dans la chaîne des passages ; vide si non effectif."
            ),
            CellKind.Whole,
            6,
            r => r.Sequence
        ),
        new(
            "trigger",
            new("Move", "Passage"),
            new("What was reported.", "Ce qui a été déclaré."),
            CellKind.Text,
            26,
            r => r.Trigger,
            Coded: true
        ),
        new(
            "fromPhase",
            new("From phase", "De la phase"),
            new("Phase before.", "Phase avant."),
            CellKind.Text,
            17,
            r => r.FromPhase,
            Coded: true
        ),
        new(
            "toPhase",
            new("To phase", "À la phase"),
            new("Phase after.", "Phase après."),
            CellKind.Text,
            17,
            r => r.ToPhase,
            Coded: true
        ),
        new(
            "toStanding",
            new("To standing", "Statut après"),
            new("Standing after.", "Statut après."),
            CellKind.Text,
            13,
            r => r.ToStanding,
            Coded: true
        ),
        new(
            "status",
            new("Status", "État"),
            new(
                "Pending, effective, returned, declined or withdrawn.",
                "En attente, effectif, à revoir, refusé ou retiré."
            ),
            CellKind.Text,
            18,
            r => r.Status,
            Coded: true
        ),
        new(
            "effectiveOn",
            new("Effective", "Effet"),
            new("Day it happened, as reported.", "Jour du passage, tel que déclaré."),
            CellKind.Date,
            12,
            r => r.EffectiveOn
        ),
        new(
            "stayDays",
            new("Days of stay", "Jours de séjour"),
            new(
                "Days in the phase that the move ended, holds left out.",
                "Jours dans la phase que le passage a close, pauses déduites."
            ),
            CellKind.Whole,
            11,
            r => r.StayDays
        ),
        new(
            "reportedBy",
            new("Reported by", "Déclaré par"),
            new("Who reported it.", "Auteur de la déclaration."),
            CellKind.Text,
            22,
            r => r.ReportedBy
        ),
        new(
            "reportedAt",
            new("Reported at (UTC)", "Déclaré le (UTC)"),
            new("When it was recorded.", "Date d'enregistrement."),
            CellKind.Instant,
            18,
            r => r.ReportedAt
        ),
        new(
            "decidedBy",
            new("Decided by", "Décidé par"),
            new("Who answered.", "Auteur de la décision."),
            CellKind.Text,
            22,
            r => r.DecidedBy
        ),
        new(
            "decidedAt",
            new("Decided at (UTC)", "Décidé le (UTC)"),
            new("When it was answered.", "Date de la décision."),
            CellKind.Instant,
            18,
            r => r.DecidedAt
        ),
        new(
            "reason",
            new("Reason", "Raison"),
            new("Given with the report or the decision.", "Donnée avec la déclaration ou la décision."),
            CellKind.Text,
            44,
            r => r.Reason
        ),
        new(
            "waivers",
            new("Waivers", "Dérogations"),
            new("Criteria waived, or asked to be.", "Critères levés, ou dont la levée est demandée."),
            CellKind.Text,
            24,
            r => r.Waivers
        ),
        new(
            "id",
            new("Id", "Id"),
            new("Identifier of the transition in the API.", "Identifiant du passage dans l'API."),
            CellKind.Text,
            38,
            r => r.Id.ToString()
        ),
        new(
            "lessons",
            new("Lessons", "Enseignements"),
            new("What the next territory should know.", "Ce que le prochain territoire devrait savoir."),
            CellKind.Text,
            60,
            r => r.Lessons
        ),
    ];

    /// <summary>Of plan lines.</summary>
    public static readonly IReadOnlyList<Column<PlanRow>> Plan =
    [
        Project<PlanRow>(r => r.ProjectCode),
        ProjectName<PlanRow>(r => r.ProjectName),
        new(
            "phase",
            new("Phase", "Phase"),
            new("When the support is to come.", "Phase du soutien prévu."),
            CellKind.Text,
            17,
            r => r.Phase,
            Coded: true
        ),
        new(
            "lever",
            new("Lever", "Levier"),
            new("As what.", "Nature du soutien."),
            CellKind.Text,
            54,
            r => r.Lever,
            Coded: true
        ),
        new(
            "amount",
            new("Planned", "Prévu"),
            new("Amount of this phase and lever.", "Montant de cette phase et de ce levier."),
            CellKind.Money,
            16,
            r => r.Cents,
            true
        ),
        new(
            "currency",
            new("Currency", "Devise"),
            new("Of the amount.", "Du montant."),
            CellKind.Text,
            9,
            r => r.Currency
        ),
        new(
            "planVersion",
            new("Plan no.", "Plan n°"),
            new("Number of the plan's version.", "Numéro de version du plan."),
            CellKind.Whole,
            9,
            r => r.PlanVersion
        ),
        new(
            "effectiveOn",
            new("Counts from", "Vaut depuis"),
            new("Day from which this version of the plan counts.", "Jour à partir duquel vaut cette version du plan."),
            CellKind.Date,
            12,
            r => r.EffectiveOn
        ),
        new(
            "projectId",
            new("Project id", "Id du projet"),
            new("Identifier of the project in the API.", "Identifiant du projet dans l'API."),
            CellKind.Text,
            38,
            r => r.ProjectId.ToString()
        ),
        new(
            "version",
            new("Project version", "Version du projet"),
            new("Rises with every change of the project.", "Augmente à chaque modification du projet."),
            CellKind.Whole,
            9,
            r => r.ProjectVersion
        ),
    ];

    /// <summary>Of commitments.</summary>
    public static readonly IReadOnlyList<Column<CommitmentRow>> Commitments =
    [
        Project<CommitmentRow>(r => r.ProjectCode),
        ProjectName<CommitmentRow>(r => r.ProjectName),
        new("funder", new("Funder", "Financeur"), new("Who gives.", "Qui donne."), CellKind.Text, 30, r => r.Funder),
        new(
            "phase",
            new("Phase", "Phase"),
            new("For which phase.", "Pour quelle phase."),
            CellKind.Text,
            17,
            r => r.Phase,
            Coded: true
        ),
        new(
            "lever",
            new("Lever", "Levier"),
            new("As what.", "Nature du soutien."),
            CellKind.Text,
            54,
            r => r.Lever,
            Coded: true
        ),
        new(
            "nature",
            new("Nature", "Forme"),
            new("Cash, in kind, or skills valued in money.", "Numéraire, nature, ou compétences valorisées."),
            CellKind.Text,
            24,
            r => r.Nature,
            Coded: true
        ),
        new(
            "amount",
            new("Agreed", "Convenu"),
            new("Amount as agreed.", "Montant convenu."),
            CellKind.Money,
            16,
            r => r.AmountCents,
            true
        ),
        new(
            "committed",
            new("Committed", "Engagé"),
            new(
                "What counts: the amount, or what was delivered once it is cancelled.",
                "Ce qui compte : le montant, ou ce qui a été versé une fois annulé."
            ),
            CellKind.Money,
            16,
            r => r.CommittedCents,
            true
        ),
        new(
            "delivered",
            new("Delivered", "Versé"),
            new("Deliveries less reversals.", "Versements moins annulations."),
            CellKind.Money,
            16,
            r => r.DeliveredCents,
            true
        ),
        new(
            "currency",
            new("Currency", "Devise"),
            new("Of the amounts.", "Des montants."),
            CellKind.Text,
            9,
            r => r.Currency
        ),
        new(
            "agreedOn",
            new("Agreed on", "Convenu le"),
            new("Day it counts from.", "Jour à partir duquel il compte."),
            CellKind.Date,
            12,
            r => r.AgreedOn
        ),
        new(
            "startsOn",
            new("Starts", "Début"),
            new("First day of the support.", "Premier jour du soutien."),
            CellKind.Date,
            12,
            r => r.StartsOn
        ),
        new(
            "endsOn",
            new("Ends", "Fin"),
            new("Last day of the support, inclusive.", "Dernier jour du soutien, inclus."),
            CellKind.Date,
            12,
            r => r.EndsOn
        ),
        new(
            "hours",
            new("Hours", "Heures"),
            new("Hours of pro-bono work.", "Heures de mécénat de compétences."),
            CellKind.Number,
            10,
            r => r.Hours,
            true
        ),
        new(
            "reference",
            new("Reference", "Référence"),
            new("Of the agreement.", "De l'accord."),
            CellKind.Text,
            26,
            r => r.Reference
        ),
        new(
            "instrument",
            new("Instrument", "Instrument"),
            new("By which kind of contract.", "Par quel type de contrat."),
            CellKind.Text,
            20,
            r => r.Instrument,
            Coded: true
        ),
        new(
            "provider",
            new("Provider", "Accompagnateur"),
            new("Who accompanies, on levers other than funding.", "Qui accompagne, hors financement."),
            CellKind.Text,
            30,
            r => r.Provider
        ),
        new(
            "providerKind",
            new("Provider's kind", "Type d'accompagnateur"),
            new("Funder's staff, external adviser or peer.", "Compétences du financeur, externe ou pair."),
            CellKind.Text,
            22,
            r => r.ProviderKind,
            Coded: true
        ),
        new(
            "cancelledOn",
            new("Cancelled", "Annulé le"),
            new("From this day only what was delivered counts.", "Dès ce jour, seul le versé compte."),
            CellKind.Date,
            12,
            r => r.CancelledOn
        ),
        new(
            "cancellationReason",
            new("Reason", "Raison"),
            new("Why it was cancelled.", "Motif de l'annulation."),
            CellKind.Text,
            34,
            r => r.CancellationReason
        ),
        new(
            "portfolio",
            new("Portfolio", "Portefeuille"),
            new("In whose books it stands.", "Dans les comptes duquel il figure."),
            CellKind.Text,
            14,
            r => r.Portfolio
        ),
        new(
            "id",
            new("Id", "Id"),
            new("Identifier of the commitment in the API.", "Identifiant de l'engagement dans l'API."),
            CellKind.Text,
            38,
            r => r.Id.ToString()
        ),
        new(
            "version",
            new("Project version", "Version du projet"),
            new("Rises with every change of the project.", "Augmente à chaque modification du projet."),
            CellKind.Whole,
            9,
            r => r.ProjectVersion
        ),
        new(
            "resultIndicators",
            new("Result indicators", "Indicateurs de résultat"),
            new(
                "What a social impact contract is paid by, one a line.",
                "Ce sur quoi un contrat à impact social est payé, un par ligne."
            ),
            CellKind.Text,
            40,
            r => r.ResultIndicators
        ),
        new(
            "repaid",
            new("Repaid", "Remboursé"),
            new(
                "What came back on a loan or on equity; it changes no ledger.",
                "Ce qui est revenu d'un prêt ou d'une prise de participation ; aucun registre n'en change."
            ),
            CellKind.Money,
            16,
            r => r.RepaidCents,
            true
        ),
        new(
            "agreementSignedOn",
            new("Agreement signed on", "Convention signée le"),
            new("Of the support agreement that it belongs to.", "De la convention de soutien dont il relève."),
            CellKind.Date,
            14,
            r => r.AgreementSignedOn
        ),
        new(
            "alliance",
            new("Alliance", "Alliance"),
            new("Name of the alliance that it belongs to.", "Nom de l'alliance dont il relève."),
            CellKind.Text,
            34,
            r => r.Alliance
        ),
        new(
            "programme",
            new("Programme", "Programme"),
            new("Name of the programme that it pays for.", "Nom du programme qu'il finance."),
            CellKind.Text,
            34,
            r => r.Programme
        ),
        new(
            "agreementId",
            new("Agreement id", "Id de la convention"),
            new("Identifier of the agreement in the API.", "Identifiant de la convention dans l'API."),
            CellKind.Text,
            38,
            r => r.AgreementId?.ToString()
        ),
        new(
            "allianceId",
            new("Alliance id", "Id de l'alliance"),
            new("Identifier of the alliance in the API.", "Identifiant de l'alliance dans l'API."),
            CellKind.Text,
            38,
            r => r.AllianceId?.ToString()
        ),
        new(
            "programmeId",
            new("Programme id", "Id du programme"),
            new("Identifier of the programme in the API.", "Identifiant du programme dans l'API."),
            CellKind.Text,
            38,
            r => r.ProgrammeId?.ToString()
        ),
    ];

    /// <summary>Of deliveries.</summary>
    public static readonly IReadOnlyList<Column<DeliveryRow>> Deliveries =
    [
        Project<DeliveryRow>(r => r.ProjectCode),
        ProjectName<DeliveryRow>(r => r.ProjectName),
        new(
            "deliveredOn",
            new("Delivered on", "Versé le"),
            new("Day it counts from.", "Jour à partir duquel il compte."),
            CellKind.Date,
            12,
            r => r.DeliveredOn
        ),
        new(
            "amount",
            new("Delivered", "Versé"),
            new("Amount; negative for a reversal.", "Montant ; négatif pour une annulation."),
            CellKind.Money,
            16,
            r => r.Cents,
            true
        ),
        new(
            "currency",
            new("Currency", "Devise"),
            new("Of the amount.", "Du montant."),
            CellKind.Text,
            9,
            r => r.Currency
        ),
        new(
            "hours",
            new("Hours", "Heures"),
            new(
                "Hours of pro-bono work; negative for a reversal.",
                "Heures de mécénat de compétences ; négatives pour une annulation."
            ),
            CellKind.Number,
            10,
            r => r.Hours,
            true
        ),
        new("funder", new("Funder", "Financeur"), new("Who gives.", "Qui donne."), CellKind.Text, 30, r => r.Funder),
        new(
            "phase",
            new("Phase", "Phase"),
            new("For which phase.", "Pour quelle phase."),
            CellKind.Text,
            17,
            r => r.Phase,
            Coded: true
        ),
        new(
            "lever",
            new("Lever", "Levier"),
            new("As what.", "Nature du soutien."),
            CellKind.Text,
            54,
            r => r.Lever,
            Coded: true
        ),
        new(
            "nature",
            new("Nature", "Forme"),
            new("Cash, in kind, or skills valued in money.", "Numéraire, nature, ou compétences valorisées."),
            CellKind.Text,
            24,
            r => r.Nature,
            Coded: true
        ),
        new(
            "reference",
            new("Reference", "Référence"),
            new("Of the payment or voucher.", "Du paiement ou de la pièce."),
            CellKind.Text,
            26,
            r => r.Reference
        ),
        new(
            "commitment",
            new("Commitment", "Engagement"),
            new("Reference of the commitment.", "Référence de l'engagement."),
            CellKind.Text,
            26,
            r => r.CommitmentReference
        ),
        new(
            "reason",
            new("Reason", "Raison"),
            new("Why it was reversed.", "Motif de l'annulation."),
            CellKind.Text,
            34,
            r => r.Reason
        ),
        new(
            "reversesId",
            new("Reverses", "Annule"),
            new(
                "Identifier of the delivery that this entry takes back.",
                "Identifiant du versement que cette écriture annule."
            ),
            CellKind.Text,
            38,
            r => r.ReversesId?.ToString()
        ),
        new(
            "commitmentId",
            new("Commitment id", "Id de l'engagement"),
            new("Identifier of the commitment in the API.", "Identifiant de l'engagement dans l'API."),
            CellKind.Text,
            38,
            r => r.CommitmentId.ToString()
        ),
        new(
            "id",
            new("Id", "Id"),
            new("Identifier of the delivery in the API.", "Identifiant du versement dans l'API."),
            CellKind.Text,
            38,
            r => r.Id.ToString()
        ),
        new(
            "provider",
            new("Provider", "Accompagnateur"),
            new(
                "Who accompanied: as said of the delivery, else of its commitment.",
                "Qui a accompagné : selon le versement, sinon selon l'engagement."
            ),
            CellKind.Text,
            30,
            r => r.Provider
        ),
        new(
            "providerKind",
            new("Provider's kind", "Type d'accompagnateur"),
            new("Funder's staff, external adviser or peer.", "Compétences du financeur, externe ou pair."),
            CellKind.Text,
            22,
            r => r.ProviderKind,
            Coded: true
        ),
    ];

    /// <summary>Of ratios: three ledgers one under the other, which no total would mean anything over.</summary>
    public static readonly IReadOnlyList<Column<RatioRow>> Ratios =
    [
        Project<RatioRow>(r => r.ProjectCode),
        ProjectName<RatioRow>(r => r.ProjectName),
        new(
            "basis",
            new("Ledger", "Registre"),
            new("Planned, committed or delivered.", "Prévu, engagé ou versé."),
            CellKind.Text,
            12,
            r => r.Basis,
            Coded: true
        ),
        new(
            "capacityBuildingAmount",
            new("Capacity building, amount", "Renforcement des capacités, montant"),
            new("Expertise, networks, strategy and governance.", "Expertise, réseaux, stratégie et gouvernance."),
            CellKind.Money,
            18,
            r => r.CapacityBuildingCents
        ),
        new(
            "evaluationAmount",
            new("Evaluation, amount", "Évaluation, montant"),
            new("Evaluation.", "Évaluation."),
            CellKind.Money,
            18,
            r => r.EvaluationCents
        ),
        new(
            "total",
            new("All levers", "Tous leviers"),
            new("All four levers.", "Les quatre leviers."),
            CellKind.Money,
            18,
            r => r.TotalCents
        ),
        new(
            "currency",
            new("Currency", "Devise"),
            new("Of the amounts.", "Des montants."),
            CellKind.Text,
            9,
            r => r.Currency
        ),
        new(
            "capacityBuilding",
            new("Capacity building", "Part de renforcement des capacités"),
            new(
                "Share of all levers; empty when there is nothing to be a share of.",
                "Part de tous les leviers ; vide quand il n'y a rien dont être une part."
            ),
            CellKind.Share,
            18,
            r => r.CapacityBuilding
        ),
        new(
            "capacityBuildingStatus",
            new("Against target", "Face à la cible"),
            new(
                "Met, near (within 10% of the target, relative) or missed.",
                "Atteint, proche (à 10 % près de la cible, en relatif) ou manqué."
            ),
            CellKind.Text,
            14,
            r => r.CapacityBuildingStatus,
            Coded: true
        ),
        new(
            "evaluation",
            new("Evaluation", "Part d'évaluation"),
            new(
                "Share of all levers; empty when there is nothing to be a share of.",
                "Part de tous les leviers ; vide quand il n'y a rien dont être une part."
            ),
            CellKind.Share,
            13,
            r => r.Evaluation
        ),
        new(
            "evaluationStatus",
            new("Against ceiling", "Face au plafond"),
            new(
                "Met, near (within 10% of the ceiling, relative) or missed.",
                "Respecté, proche (à 10 % près du plafond, en relatif) ou dépassé."
            ),
            CellKind.Text,
            14,
            r => r.EvaluationStatus,
            Coded: true
        ),
        new(
            "projectId",
            new("Project id", "Id du projet"),
            new("Identifier of the project in the API.", "Identifiant du projet dans l'API."),
            CellKind.Text,
            38,
            r => r.ProjectId.ToString()
        ),
    ];

    /// <summary>Of evaluations.</summary>
    public static readonly IReadOnlyList<Column<EvaluationRow>> Evaluations =
    [
        Project<EvaluationRow>(r => r.ProjectCode),
        ProjectName<EvaluationRow>(r => r.ProjectName),
        new(
            "carriedOutOn",
            new("Carried out", "Menée le"),
            new("Day it was done.", "Jour de l'évaluation."),
            CellKind.Date,
            12,
            r => r.CarriedOutOn
        ),
        new(
            "phase",
            new("Phase", "Phase"),
            new("In which phase.", "Dans quelle phase."),
            CellKind.Text,
            17,
            r => r.Phase,
            Coded: true
        ),
        new(
            "form",
            new("Form", "Forme"),
            new(
                "Of the actions, of the relevance, or of the partnership (RC 6).",
                "De la performance, de la pertinence, ou du partenariat (RC 6)."
            ),
            CellKind.Text,
            16,
            r => r.Form,
            Coded: true
        ),
        new(
            "maturity",
            new("Maturity", "Maturité"),
            new("Told, benchmarked or measured (RC 6).", "Se conter, se compter ou compter (RC 6)."),
            CellKind.Text,
            16,
            r => r.Maturity,
            Coded: true
        ),
        new(
            "evaluator",
            new("Evaluator", "Évaluateur"),
            new("Who did it.", "Qui l'a menée."),
            CellKind.Text,
            26,
            r => r.Evaluator
        ),
        new(
            "participants",
            new("Took part", "Participants"),
            new("Who took part.", "Qui a pris part."),
            CellKind.Text,
            26,
            r => r.Participants
        ),
        new(
            "verdict",
            new("Verdict", "Verdict"),
            new("Favourable, mixed or unfavourable.", "Favorable, mitigé ou défavorable."),
            CellKind.Text,
            13,
            r => r.Verdict,
            Coded: true
        ),
        new(
            "findings",
            new("Findings", "Constats"),
            new("What was found.", "Ce qui a été constaté."),
            CellKind.Text,
            60,
            r => r.Findings
        ),
        new(
            "indicators",
            new("Indicators", "Indicateurs"),
            new("How many figures it gives.", "Nombre de chiffres donnés."),
            CellKind.Whole,
            10,
            r => r.Indicators
        ),
        new(
            "id",
            new("Id", "Id"),
            new("Identifier of the evaluation in the API.", "Identifiant de l'évaluation dans l'API."),
            CellKind.Text,
            38,
            r => r.Id.ToString()
        ),
        new(
            "evaluatorKind",
            new("Evaluator's kind", "Type d'évaluateur"),
            new("In which relation to the project the evaluator stands.", "Lien de l'évaluateur avec le projet."),
            CellKind.Text,
            20,
            r => r.EvaluatorKind,
            Coded: true
        ),
        new(
            "cost",
            new("Cost", "Coût"),
            new("What the evaluation cost.", "Ce que l'évaluation a coûté."),
            CellKind.Money,
            14,
            r => r.CostCents,
            true
        ),
        new("currency", new("Currency", "Devise"), new("Of the cost.", "Du coût."), CellKind.Text, 9, r => r.Currency),
        new(
            "gapFromIntuition",
            new("Gap from the first intuition", "Écart avec la première intuition"),
            new("What came otherwise than the first intuition.", "Ce qui diffère de l'intuition première."),
            CellKind.Text,
            44,
            r => r.GapFromIntuition
        ),
        new(
            "driftNoted",
            new("Drift noted", "Dérive constatée"),
            new("What drift was noted.", "La dérive constatée."),
            CellKind.Text,
            44,
            r => r.DriftNoted
        ),
        new(
            "ecosystemChange",
            new("What changed around it", "Ce qui a changé autour"),
            new("How the ecosystem changed.", "Comment l'écosystème a changé."),
            CellKind.Text,
            44,
            r => r.EcosystemChange
        ),
        new(
            "alliance",
            new("Alliance", "Alliance"),
            new("Name of the alliance that was evaluated.", "Nom de l'alliance évaluée."),
            CellKind.Text,
            34,
            r => r.Alliance
        ),
        new(
            "allianceId",
            new("Alliance id", "Id de l'alliance"),
            new("Identifier of the alliance in the API.", "Identifiant de l'alliance dans l'API."),
            CellKind.Text,
            38,
            r => r.AllianceId?.ToString()
        ),
        new(
            "plannedId",
            new("Planned evaluation", "Évaluation prévue"),
            new("Identifier of the planned evaluation that it is.", "Identifiant de l'évaluation prévue qu'elle est."),
            CellKind.Text,
            38,
            r => r.PlannedId?.ToString()
        ),
    ];

    /// <summary>Whose row it is: the code, as every register begins.</summary>
    public static Column<T> Project<T>(Func<T, string> code) =>
        new(
            "projectCode",
            new("Code", "Code"),
            new("Code of the project.", "Code du projet."),
            CellKind.Text,
            24,
            code
        );

    /// <summary>Whose row it is, by name.</summary>
    public static Column<T> ProjectName<T>(Func<T, string> name) =>
        new(
            "projectName",
            new("Project", "Projet"),
            new("Name of the project.", "Nom du projet."),
            CellKind.Text,
            38,
            name
        );

    /// <summary>Whose row it is, by id, as every register of a module ends.</summary>
    public static Column<T> ProjectId<T>(Func<T, Guid> id) =>
        new(
            "projectId",
            new("Project id", "Id du projet"),
            new("Of the project.", "Du projet."),
            CellKind.Text,
            38,
            r => id(r).ToString()
        );
}
