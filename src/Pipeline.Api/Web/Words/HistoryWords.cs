using Pipeline.Application.Common;
using Pipeline.Domain.Audit;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>What the audit says, in words.</summary>
internal static class HistoryWords
{
    public static readonly Text OneField = new("1 field", "1 champ"),
        Fields = new("{0} fields", "{0} champs"),
        NobodyYet = new("Not signed in", "Non connecté"),
        Yes = new("yes", "oui"),
        No = new("no", "non"),
        Unnamed = new("without a name", "sans nom"),
        Withheld = new("changed; never kept", "modifié ; jamais conservé");

    private static readonly Dictionary<AuditKind, Text> Kinds = new()
    {
        [AuditKind.Project] = new("Project", "Projet"),
        [AuditKind.Transition] = new("Passage", "Passage"),
        [AuditKind.Plan] = new("Plan", "Plan"),
        [AuditKind.Commitment] = new("Commitment", "Engagement"),
        [AuditKind.Delivery] = new("Delivery", "Versement"),
        [AuditKind.Evaluation] = new("Evaluation", "Évaluation"),
        [AuditKind.Closing] = new("Closed period", "Période arrêtée"),
        [AuditKind.Portfolio] = new("Portfolio", "Portefeuille"),
        [AuditKind.Organisation] = new("Organisation", "Organisation"),
        [AuditKind.User] = new("Person", "Personne"),
        [AuditKind.ReferenceData] = new("Reference data", "Données de référence"),
        [AuditKind.Session] = new("Session", "Session"),
        [AuditKind.PasswordLink] = new("Password link", "Lien de mot de passe"),
        [AuditKind.SavedView] = new("Saved view", "Vue enregistrée"),
        [AuditKind.ApiKey] = new("Key", "Clé"),
        [AuditKind.Import] = new("Import", "Import"),
        [AuditKind.ImportMapping] = new("Mapping of a file", "Correspondance d'un fichier"),
        [AuditKind.ReminderRules] = new("Reminders", "Rappels"),
        [AuditKind.Calendar] = new("Calendar address", "Adresse d'un calendrier"),
        [AuditKind.Webhook] = new("Webhook", "Webhook"),
        [AuditKind.Document] = new("Document", "Document"),
        [AuditKind.Agreement] = new("Agreement", "Convention"),
        [AuditKind.Alliance] = new("Alliance", "Alliance"),
        [AuditKind.Risks] = new("Risks", "Risques"),
        [AuditKind.Repayment] = new("Repayment", "Remboursement"),
        [AuditKind.Impact] = new("Impact", "Impact"),
        [AuditKind.Observation] = new("Observation", "Observation"),
        [AuditKind.Diagnosis] = new("Self-diagnosis", "Autodiagnostic"),
        [AuditKind.ImpactReading] = new("Reading of an impact", "Constat d'un impact"),
        [AuditKind.CurrentEconomics] = new("Current model", "Modèle actuel"),
        [AuditKind.TargetEconomics] = new("Target model", "Modèle cible"),
        [AuditKind.EvaluationPlan] = new("Evaluation plan", "Plan d'évaluation"),
        [AuditKind.Indicators] = new("Indicators", "Indicateurs"),
        [AuditKind.IndicatorTargets] = new("Targets of indicators", "Cibles d'indicateurs"),
        [AuditKind.IndicatorReading] = new("Reading of an indicator", "Relevé d'un indicateur"),
        [AuditKind.ProgressReport] = new("Progress report", "Compte rendu"),
        [AuditKind.Programme] = new("Programme", "Programme"),
        [AuditKind.Cohort] = new("Cohort", "Promotion"),
        [AuditKind.Participation] = new("Participation", "Participation"),
        [AuditKind.Catalyst] = new("Catalyst", "Catalyseur"),
        [AuditKind.ProgressDraft] = new("Draft of a progress report", "Brouillon de compte rendu"),
    };

    /// <summary>What happened to what.</summary>
    public static Text Of(AuditKind kind, AuditAction action)
    {
        var name = Kinds.GetValueOrDefault(kind) ?? Text.Same(kind.ToString());
        return action switch
        {
            AuditAction.Created => new($"{name.En}: added", $"{name.Fr} : ajout"),
            AuditAction.Removed => new($"{name.En}: removed", $"{name.Fr} : retrait"),
            _ => new($"{name.En}: changed", $"{name.Fr} : modification"),
        };
    }

    /// <summary>Who did it: a person by name, the command line and whoever had not signed in in words.</summary>
    public static Text Of(NamedRef author) =>
        author.Id == Operator.Id ? Operator.Label
        : author.Id == Anonymous.Id ? NobodyYet
        : Text.Same(author.Name);
}
