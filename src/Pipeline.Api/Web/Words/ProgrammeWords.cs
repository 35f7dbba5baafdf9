using Pipeline.Application.Programmes;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>Programmes, their cohorts and those who take part.</summary>
internal static class ProgrammeWords
{
    public static readonly Text Title = new("Programmes", "Programmes"),
        Lead =
            new(
                "A path for those who animate territories: common times, coaching in between, and four files that mark the way.",
                "Un parcours pour celles et ceux qui animent des territoires : des temps communs, un coaching entre deux, et quatre dossiers d'étape."
            ),
        None = new("No programme is offered yet.", "Aucun programme n'est encore proposé."),
        New = new("Offer a programme", "Proposer un programme"),
        NewHelp =
            new(
                "Nine months, four sessions, a webinar and three coachings are where it begins: change what is otherwise with you.",
                "Neuf mois, quatre sessions, un webinaire et trois coachings en sont le point de départ : changez ce qui est autre chez vous."
            ),
        Edit = new("Change the programme", "Modifier le programme"),
        EditHelp =
            new(
                "Cohorts that are open keep the sessions that they have; later ones take these.",
                "Les promotions déjà ouvertes gardent leurs sessions ; les suivantes prennent celles-ci."
            ),
        Added = new("The programme is there.", "Le programme est créé."),
        Months = new("Months of the path", "Mois du parcours"),
        Month = new("Month", "Mois"),
        OfCohort = new("Cohort", "Promotion"),
        Themes = new("Themes", "Thèmes"),
        OneALine = new("One a line.", "Un par ligne."),
        Partners = new("Partners", "Partenaires"),
        Partner = new("Partner", "Partenaire"),
        PartnersHelp = new("Who carries it together with the portfolio.", "Qui le porte avec le portefeuille."),
        CoachingBefore = new("A coaching comes before it", "Un coaching la précède"),
        PlannedSession = new("{0}, month {1}", "{0}, mois {1}"),
        CoachedSession = new("{0}, month {1}, after a coaching", "{0}, mois {1}, après un coaching"),
        Committed = new("Committed", "Engagé"),
        Delivered = new("Delivered", "Versé"),
        Cohorts = new("Cohorts", "Promotions"),
        Cohort = new("Cohort from {0}", "Promotion du {0}"),
        NoCohort = new("It has no cohort yet.", "Il n'a pas encore de promotion."),
        Open = new("Open a cohort", "Ouvrir une promotion"),
        Opened = new("The cohort is open.", "La promotion est ouverte."),
        Saved = new("Saved.", "Enregistré."),
        Programme = new("Programme", "Programme"),
        StartsOn = new("First day", "Premier jour"),
        ClosedOn = new("Closed on", "Close le"),
        Places = new("Places", "Places"),
        State = new("State", "État"),
        Chosen = new("Chosen", "Sélectionnés"),
        TookPart = new("Took part", "Ont participé"),
        Finished = new("Finished", "Parcours achevés"),
        Left = new("Left", "Partis"),
        Dates = new("Dates of the cohort", "Dates de la promotion"),
        Sessions = new("Sessions", "Sessions"),
        Session = new("Session", "Session"),
        On = new("Day", "Jour"),
        Planned = new("Planned on {0}", "Prévue le {0}"),
        Attendance = new("Who was there", "Présences"),
        AttendanceSaid = new("{0} of {1} were there", "{0} sur {1} étaient là"),
        NotSaid = new("Not said yet", "Pas encore dit"),
        Present = new("Was there", "Présent"),
        Absent = new("Was not there", "Absent"),
        Participations = new("Who takes part", "Participants"),
        NoParticipation = new("Nobody has been chosen yet.", "Personne n'est encore sélectionné."),
        TakesPart = new("Programmes it takes part in", "Programmes auxquels il participe"),
        AsNow = new("As of today", "Au jour d'aujourd'hui"),
        AsThen =
            new(
                "As it stood on that day. What is new is said on the page of today.",
                "Tel qu'il était ce jour-là. Ce qui est nouveau se dit sur la page du jour."
            ),
        Choose = new("Choose somebody", "Sélectionner"),
        ChosenSaid = new("Chosen.", "Sélection enregistrée."),
        ChosenOn = new("Chosen on", "Sélectionné le"),
        Organisation = new("Organisation", "Organisation"),
        Territory = new("Territory", "Territoire"),
        Nature = new("Nature", "Nature"),
        Participants = new("Who goes: one or two functions", "Qui vient : une ou deux fonctions"),
        ParticipantsHelp = new("One a line; functions, not names.", "Une par ligne ; des fonctions, pas des noms."),
        Project = new("Project", "Projet"),
        Status = new("Status", "Statut"),
        Steps = new("What happened", "Ce qui s'est passé"),
        Since = new("since {0}", "depuis le {0}"),
        Describe = new("Who it is", "De qui il s'agit"),
        Say = new("Say what happened", "Dire ce qui s'est passé"),
        Reason = new("Why", "Pourquoi"),
        ReasonHelp = new("Wanted of who leaves, and of who comes back.", "Demandé à qui part, et à qui revient."),
        Files = new("Milestone files", "Dossiers d'étape"),
        File = new("File", "Dossier"),
        FileMissing = new("not handed in", "non remis"),
        HandIn = new("Hand in a file", "Remettre un dossier"),
        HandedIn = new("The file is handed in.", "Le dossier est remis."),
        HandedInOn = new("Handed in on", "Remis le"),
        FileTitle = new("Title", "Titre"),
        Address = new("Address", "Adresse"),
        Document = new("Or a document of the project", "Ou un document du projet"),
        Coachings = new("Coachings", "Coachings"),
        NoCoaching = new("None has taken place yet.", "Aucun n'a encore eu lieu."),
        Before = new("Before session", "Avant la session"),
        BeforeSession = new("before “{0}”", "avant « {0} »"),
        Note = new("What was said", "Ce qui s'est dit"),
        Coach = new("Record a coaching", "Enregistrer un coaching"),
        Coached = new("The coaching is recorded.", "Le coaching est enregistré."),
        Catalysts = new("Catalysts", "Catalyseurs"),
        CatalystsLead =
            new(
                "Those who animate how the organisations of their territory come to know each other.",
                "Celles et ceux qui animent l'interconnaissance entre les organisations de leur territoire."
            ),
        NoCatalyst =
            new("No catalyst is in the register as asked for.", "Aucun catalyseur ne correspond dans le registre."),
        AddCatalyst = new("Add a catalyst", "Ajouter un catalyseur"),
        CatalystAdded = new("The catalyst is in the register.", "Le catalyseur est dans le registre."),
        Missions = new("Missions", "Missions"),
        Mission = new("Mission", "Mission"),
        Territories = new("Territories", "Territoires"),
        Engineering = new("Engineering", "Ingénierie"),
        SinceLabel = new("Since", "Depuis");

    /// <summary>What a session is called; its code is for machines.</summary>
    public static string NameOf(CohortSessionReply session, Language language) =>
        new Text(session.Name.En, session.Name.Fr).In(language);
}
