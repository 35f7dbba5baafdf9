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
                "Pour les classeurs et les subventions ; les registres sont à ce jour."
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
        Registers = new("Registers", "Registres"),
        RegistersHelp =
            new(
                "Row by row, of every project that you see, or of one portfolio. Filters of the list of projects apply to them as well: begin there to narrow them.",
                "Ligne par ligne, pour tous les projets que vous voyez ou pour un portefeuille. Les filtres de la liste des projets s'y appliquent : partez de là pour les restreindre."
            ),
        Register = new("Register", "Registre"),
        Holds = new("What it holds", "Ce qu'il contient"),
        File = new("File", "Fichier"),
        None =
            new(
                "You have no role in a portfolio: the registers of your projects are below.",
                "Vous n'avez de rôle dans aucun portefeuille : les registres de vos projets sont ci-dessous."
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
