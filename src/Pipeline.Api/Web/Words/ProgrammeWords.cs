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
                "Un parcours pour celles et ceux qui animent des territoires : des temps communs, un coaching entre deux, et quatre dossiers d'étape."
            ),
        None = new("No programme is offered yet.", "Aucun programme n'est encore proposé."),
        New = new("Offer a programme", "Proposer un programme"),
        NewHelp =
            new(
                "Nine months, four sessions, a webinar and three coachings are where it begins: change what is otherwise with you.",
                "Neuf mois, quatre sessions, un webinaire et trois coachings en sont le point de départ : changez ce qui est autre chez vous."
            ),
        Edit = new("Change the programme", "Modifier le programme"),
        EditHelp =
            new(
                "Cohorts that are open keep the sessions that they have; later ones take these.",
                "Les promotions déjà ouvertes gardent leurs sessions ; les suivantes prennent celles-ci."
            ),
        Added = new("The programme is there.", "Le programme est créé."),
        Months = new("Months of the path", "Durée du parcours, en mois"),
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
        StartsOn = new("Starts on", "Débute le"),
        ClosedOn = new("Closed on", "Close le"),
        Places = new("Places", "Places"),
        State = new("State", "État"),
        Chosen = new("Selected", "Sélectionnés"),
        TookPart = new("Took part", "Ont participé"),
        Finished = new("Finished", "Parcours achevés"),
        Left = new("Left", "Partis"),
        Dates = new("Dates of the cohort", "Dates de la promotion"),
        Sessions = new("Sessions", "Sessions"),
        Session = new("Session", "Session"),
        On = new("Day", "Jour"),
        Planned = new("Planned on {0}", "Prévue le {0}"),
        Attendance = new("Who was there", "Présences"),
        AttendanceSaid = new("there: {0} · not there: {1}", "présents : {0} · absents : {1}"),
        AttendanceHelp =
            new(
                "That somebody takes part is said on their own page, with its day.",
                "Qu'une personne participe se dit sur sa page, avec le jour."
            ),
        AttendanceLater =
            new(
                "Who was there is noted from the day of the session on.",
                "Les présences se notent à partir du jour de la session."
            ),
        YoursAlone =
            new(
                "You see the participation of your project; the counts above are of all.",
                "Vous voyez la participation de votre projet ; les nombres ci-dessus sont ceux de tous."
            ),
        StillTakingPart =
            new(
                "{0} take part and have neither finished nor left: once the cohort is closed, nothing more is said of them.",
                "Participants qui n'ont ni achevé ni quitté le parcours : {0}. Une fois la promotion clôturée, rien ne s'y ajoute."
            ),
        NotSaid = new("Not said yet", "Pas encore dit"),
        Present = new("Was there", "Présent"),
        Absent = new("Was not there", "Absent"),
        Participations = new("Who takes part", "Participants"),
        NoParticipation = new("Nobody has been selected yet.", "Personne n'est encore sélectionné."),
        TakesPart = new("Programmes it takes part in", "Programmes auxquels il participe"),
        AsNow = new("As of today", "Au jour d'aujourd'hui"),
        AsThen =
            new(
                "As it stood on that day. What is new is said on the page of today.",
                "Tel qu'il était ce jour-là. Ce qui est nouveau se dit sur la page du jour."
            ),
        Choose = new("Select somebody", "Sélectionner"),
        ChosenSaid = new("Selected.", "Sélection enregistrée."),
        ChosenOn = new("Selected on", "Sélectionné le"),
        ChosenOnHelp =
            new("Nothing that happens to them comes before it.", "Rien de ce qui leur arrive ne vient avant ce jour."),
        Organisation = new("Organisation", "Organisation"),
        Territory = new("Territory", "Territoire"),
        Nature = new("Nature", "Nature"),
        Participants = new("Who goes: one or two functions", "Qui vient : une ou deux fonctions"),
        ParticipantsHelp = new("One a line; functions, not names.", "Une par ligne ; des fonctions, pas des noms."),
        Project = new("Project", "Projet"),
        Status = new("Status", "Statut"),
        Steps = new("What happened", "Ce qui s'est passé"),
        Since = new("since {0}", "depuis le {0}"),
        Describe = new("Who it is", "De qui il s'agit"),
        Say = new("Say what happened", "Dire ce qui s'est passé"),
        Reason = new("Reason", "Motif"),
        ReasonHelp = new("Wanted of who leaves, and of who comes back.", "Demandé à qui part, et à qui revient."),
        Files = new("Milestone files", "Dossiers d'étape"),
        File = new("File", "Dossier"),
        FileMissing = new("Not handed in", "Non remis"),
        FileThere = new("Handed in", "Remis"),
        AddressOrDocument = new("This, or a document of the project.", "Soit elle, soit un document du projet."),
        OrKeepIt =
            new(
                "Or keep the file among the documents of the project, and choose it here:",
                "Ou déposez le dossier parmi les documents du projet, et choisissez-le ici :"
            ),
        HandIn = new("Hand in a file", "Remettre un dossier"),
        HandedIn = new("The file is handed in.", "Le dossier est remis."),
        HandedInOn = new("Handed in on", "Remis le"),
        FileTitle = new("Title", "Titre"),
        Address = new("Address", "Adresse"),
        Document = new("Or a document of the project", "Ou un document du projet"),
        Coachings = new("Coachings", "Coachings"),
        NoCoaching = new("None has taken place yet.", "Aucun n'a encore eu lieu."),
        Before = new("Before session", "Avant la session"),
        BeforeSession = new("before “{0}”", "avant « {0} »"),
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
