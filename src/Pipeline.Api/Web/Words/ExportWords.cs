using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>Files that go out.</summary>
internal static class ExportWords
{
    public static readonly Text Lead =
            new(
                "Files to work on, to publish, to keep. They say what these pages say.",
                "Des fichiers pour travailler, publier, conserver. Ils disent ce que disent ces pages."
            ),
        Language = new("Language of the files", "Langue des fichiers"),
        AsOfHelp =
            new(
                "For workbooks and subsidies; registers are as of now.",
                "Pour les classeurs et les subventions ; les registres sont à ce jour."
            ),
        English = Text.Same("English"),
        French = Text.Same("Français"),
        OfPage = new("The language of this page", "La langue de cette page"),
        Set = new("Set", "Définir"),
        Books = new("Workbooks", "Classeurs"),
        BooksHelp =
            new(
                "The dashboard with every record behind it, as Excel tables. The sheets of projects, plans and commitments can be edited and brought in again.",
                "Le tableau de bord avec tous les enregistrements, en tableaux Excel. Les feuilles des projets, des plans et des engagements peuvent être modifiées puis réimportées."
            ),
        Workbook = new("Workbook (Excel)", "Classeur (Excel)"),
        Subsidies = new("Subsidy agreements (CSV)", "Conventions de subvention (CSV)"),
        SubsidiesHelp =
            new(
                "Subsidy agreements are the commitments in the French regulatory format, ready to be published.",
                "Les conventions de subvention sont les engagements au format réglementaire français, prêts à être publiés."
            ),
        GrantsJson = new("360Giving (JSON)", "360Giving (JSON)"),
        GrantsCsv = new("360Giving (CSV)", "360Giving (CSV)"),
        GrantsHelp =
            new(
                "360Giving is the commitments as grants, in the standard that British funders publish in.",
                "360Giving présente les engagements comme des subventions, au format que publient les fondations britanniques."
            ),
        Connection = new("Excel and Power BI, live", "Excel et Power BI, en direct"),
        ConnectionLead =
            new(
                "A spreadsheet can fetch the registers itself, and be refreshed whenever somebody likes.",
                "Un tableur peut chercher lui-même les registres, et être actualisé à tout moment."
            ),
        Steps = new("How to connect", "Comment connecter"),
        StepKey = new("Get a key", "Obtenir une clé"),
        StepKeyHelp =
            new(
                "A manager issues a key that reads; it is shown once.",
                "Un gestionnaire émet une clé de lecture ; elle n'est montrée qu'une fois."
            ),
        StepPaste = new("Paste a query", "Coller une requête"),
        StepPasteHelp =
            new(
                "Excel: Data, Get Data, From Other Sources, Blank Query, Advanced Editor. Power BI: Get data, Blank query. Paste one of the queries below.",
                "Excel : Données, Obtenir des données, À partir d'autres sources, Requête vide, Éditeur avancé. Power BI : Obtenir des données, Requête vide. Collez l'une des requêtes ci-dessous."
            ),
        StepSign = new("Sign in with the key", "Se connecter avec la clé"),
        StepSignHelp =
            new(
                "Choose Basic, any user name, and the key as the password, for the level of the server's address. Then Close & Load; Refresh All fetches anew.",
                "Choisissez Basique, un nom d'utilisateur quelconque, et la clé comme mot de passe, au niveau de l'adresse du serveur. Puis Fermer et charger ; Actualiser tout recommence."
            ),
        Queries = new("The queries", "Les requêtes"),
        QueriesHelp =
            new(
                "One for each register of this portfolio, without the key. Columns have stable names in English.",
                "Une par registre de ce portefeuille, sans la clé. Les colonnes ont des noms stables, en anglais."
            ),
        Keys = new("Keys of this portfolio", "Clés de ce portefeuille"),
        Registers = new("Registers", "Registres"),
        RegistersHelp =
            new(
                "Row by row, of every project that you see, or of one portfolio. Filters of the list of projects apply to them as well: begin there to narrow them.",
                "Ligne par ligne, pour tous les projets que vous voyez ou pour un portefeuille. Les filtres de la liste des projets s'y appliquent : partez de là pour les restreindre."
            ),
        Register = new("Register", "Registre"),
        Holds = new("What it holds", "Ce qu'il contient"),
        File = new("File", "Fichier"),
        NoPortfolio = new("There is no portfolio yet.", "Il n'y a pas encore de portefeuille."),
        None =
            new(
                "You have no role in a portfolio: the registers of your projects are below.",
                "Vous n'avez de rôle dans aucun portefeuille : les registres de vos projets sont ci-dessous."
            ),
        AllPortfolios = new("All that you see", "Tout ce que vous voyez");

    /// <summary>Each register by its path, with what it holds.</summary>
    public static readonly IReadOnlyList<(string Path, Text Name, Text Holds)> RegisterList =
    [
        ("projects", FrameWords.Projects, new("Projects with their ledgers", "Les projets avec leurs livres")),
        (
            "transitions",
            ProjectWords.Moves,
            new("Every report and what became of it", "Chaque déclaration et ses suites")
        ),
        (
            "commitments",
            LedgerWords.Commitments,
            new("What was agreed, with what is open", "Ce qui a été convenu, avec le reste")
        ),
        (
            "deliveries",
            LedgerWords.Deliveries,
            new("What came, and what was taken back", "Ce qui a été versé et extourné")
        ),
    ];
}
