using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>Progress reports.</summary>
internal static class ProgressWords
{
    public static readonly Text Title = new("Progress reports", "Comptes rendus"),
        None =
            new(
                "The portfolio asks for no progress reports, or the first period has not begun.",
                "Le portefeuille ne demande pas de comptes rendus, ou la première période n'a pas commencé."
            ),
        ScheduleHelp =
            new(
                "Asked of the projects that the portfolio leads; leave the length open where no reports are wanted.",
                "Demandés aux projets que le portefeuille pilote ; laissez la durée vide s'il n'en faut pas."
            ),
        EveryMonths = new("A report every", "Un compte rendu tous les"),
        Months = new("{0} months", "{0} mois"),
        FirstPeriodEnds = new("The first period ends on", "La première période se termine le"),
        DueAfterDays = new("Days to write it in", "Jours pour l'écrire"),
        RemindBeforeDays = new("Days of reminding before", "Jours de rappel avant"),
        Sections = new("Sections", "Rubriques"),
        SectionsHelp = new("One a line.", "Une par ligne."),
        ExcuseOnHold =
            new(
                "A project that is on hold when a period ends owes no report on it",
                "Un projet en pause à la fin d'une période n'en doit pas le compte rendu"
            ),
        Project = new("Project", "Projet"),
        Period = new("Period", "Période"),
        Wanted = new("Wanted by", "Attendu le"),
        State = new("State", "État"),
        PeriodTo = new("Period to {0}", "Période au {0}"),
        FromTo = new("From {0} to {1}, wanted by {2}.", "Du {0} au {1}, attendu le {2}."),
        Write = new("The report", "Le compte rendu"),
        Before = new("The period before, to {0}", "La période précédente, au {0}"),
        NothingBefore = new("Nothing was written.", "Rien n'a été écrit."),
        Funds = new("Use of funds", "Emploi des fonds"),
        Lever = new("Lever", "Levier"),
        Used = new("Used", "Utilisé"),
        Delivered = new("Delivered in the period", "Versé pendant la période"),
        DeliveredInPeriod = new("Delivered in the period: {0}", "Versé pendant la période : {0}"),
        Comment = new("Comment", "Commentaire"),
        UsedOf = new("{0}: used", "{0} : utilisé"),
        CommentOn = new("{0}: comment", "{0} : commentaire"),
        Indicators = new("Indicators", "Indicateurs"),
        IndicatorsHelp =
            new(
                "What each was when the period ended. Once the report is accepted the values are readings of that day.",
                "Ce que chacun valait à la fin de la période. Une fois le compte rendu accepté, les valeurs deviennent des relevés de ce jour."
            ),
        ValueIn = new("{0} ({1})", "{0} ({1})"),
        SourceOf = new("{0}: source", "{0} : source"),
        SourceHelp = new("The report itself where nothing is said.", "Le compte rendu lui-même à défaut."),
        BeforeWas = new("Before the period: {0} {1}, {2}", "Avant la période : {0} {1}, {2}"),
        NotReadBefore = new("Not read before the period.", "Pas de relevé avant la période."),
        AtTheEnd = new("At the period's end", "En fin de période"),
        BeforeIt = new("Before the period", "Avant la période"),
        Source = new("Source", "Source"),
        Documents = new("Documents", "Documents"),
        DocumentsHelp =
            new(
                "Files are added on the project's page of documents.",
                "Les fichiers s'ajoutent sur la page des documents du projet."
            ),
        SaveDraft = new("Save the draft", "Enregistrer le brouillon"),
        Submit = new("Submit", "Remettre"),
        Saved = new("The draft is saved.", "Le brouillon est enregistré."),
        SavedNow = new("Saved as you write.", "Enregistré au fil de la frappe."),
        NotSaved = new("Not saved yet: press the button.", "Pas encore enregistré : utilisez le bouton."),
        Submitted = new("The report is submitted.", "Le compte rendu est remis."),
        Correction =
            new(
                "The report is accepted. What is written now is a correction of it.",
                "Le compte rendu est accepté. Ce qui s'écrit maintenant en est une correction."
            ),
        Returned = new("Returned: {0}", "Renvoyé : {0}"),
        ExcusedFor = new("Excused: {0}", "Dispensé : {0}"),
        Decide = new("Decision", "Décision"),
        Decided = new("The decision is recorded.", "La décision est enregistrée."),
        ReasonHelp = new("Needed unless it accepts.", "Nécessaire sauf pour accepter."),
        History = new("What was submitted", "Ce qui a été remis"),
        Number = new("No. {0}", "N° {0}"),
        Corrects = new("corrects no. {0}", "corrige le n° {0}"),
        By = new("by {0}", "par {0}"),
        AllPeriods = new("All periods", "Toutes les périodes"),
        Matrix = new("Projects and periods", "Projets et périodes");

    /// <summary>How late it is.</summary>
    public static Text DaysLate(int count) =>
        Spelled.Of(count, new("{0} day", "{0} jour"), new("{0} days", "{0} jours"));
}
