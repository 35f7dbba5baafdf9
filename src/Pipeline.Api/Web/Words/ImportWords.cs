using Pipeline.Application.Imports;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>Files that come in.</summary>
internal static class ImportWords
{
    public static readonly Text Into = new("Into {0}", "Vers {0}"),
        Choose =
            new(
                "Choose the portfolio that the file belongs to.",
                "Choisissez le portefeuille auquel le fichier appartient."
            ),
        NoPortfolio =
            new(
                "Files come into a portfolio: make one first.",
                "Les fichiers entrent dans un portefeuille : créez-en d'abord un."
            ),
        Upload = new("Bring a file in", "Importer un fichier"),
        UploadHelp =
            new(
                "Grants as 360Giving has them, French subsidy agreements, any table with a mapping, or this portfolio's own workbook. The format is recognised by itself.",
                "Dons au format 360Giving, conventions de subvention françaises, tout tableau avec une correspondance, ou le classeur de ce portefeuille. Le format est reconnu de lui-même."
            ),
        File = new("The file", "Le fichier"),
        FileHelp =
            new(
                "CSV, JSON or Excel (.xlsx); choose it, or drop it here.",
                "CSV, JSON ou Excel (.xlsx) ; choisissez-le ou déposez-le ici."
            ),
        Skip =
            new("Take the good rows, and give the wrong ones back", "Prendre les bonnes lignes et rendre les fautives"),
        Refuse = new("Take nothing", "Ne rien prendre"),
        OnErrorHelp =
            new(
                "The portfolio's own workbook is taken whole or not at all, whatever is chosen.",
                "Le classeur du portefeuille est pris en entier ou pas du tout, quel que soit ce choix."
            ),
        Details = new("If the headings or letters are unusual", "Si les intitulés ou les lettres sont inhabituels"),
        MappingHelp = new("What the headings of a table mean.", "Ce que signifient les intitulés d'un tableau."),
        EncodingHelp = new("Only where accents come out wrong.", "Seulement si les accents ressortent mal."),
        Check = new("Check first", "Vérifier d'abord"),
        CheckHelp = new("Checking writes nothing.", "Vérifier n'écrit rien."),
        Import = new("Import", "Importer"),
        WouldBe = new("What would happen: {0}", "Ce qui se passerait : {0}"),
        ChooseAgain =
            new(
                "Nothing was written. If this is right, choose the file once more and import it.",
                "Rien n'a été écrit. Si cela convient, choisissez de nouveau le fichier et importez-le."
            ),
        FileKept =
            new(
                "Nothing was written. If this is right, import it: the file is still chosen.",
                "Rien n'a été écrit. Si cela convient, importez-le : le fichier est toujours choisi."
            ),
        WouldBeRefused =
            new(
                "Nothing was written, and as it is the file would be refused. Mend the rows, or take the good ones and have the others back.",
                "Rien n'a été écrit, et tel quel le fichier serait refusé. Corrigez les lignes, ou prenez les bonnes et récupérez les autres."
            ),
        Wrong = new("What is wrong with the file: {0}", "Ce qui ne va pas dans le fichier : {0}"),
        WrongHelp =
            new(
                "Nothing was written. Mend the rows, or take the good ones and have the others back.",
                "Rien n'a été écrit. Corrigez les lignes, ou prenez les bonnes et récupérez les autres."
            ),
        WouldBeRefusedWhole =
            new(
                "Nothing was written, and as it is the file would be refused as a whole, whatever is chosen for wrong rows. Mend what is named here.",
                "Rien n'a été écrit, et tel quel le fichier serait refusé en entier, quel que soit le choix fait pour les lignes fautives. Corrigez ce qui est indiqué ici."
            ),
        WrongWholeHelp =
            new(
                "Nothing was written: the file is refused as a whole, whatever is chosen for wrong rows. Mend what is named here.",
                "Rien n'a été écrit : le fichier est refusé en entier, quel que soit le choix fait pour les lignes fautives. Corrigez ce qui est indiqué ici."
            ),
        MapHeadings = new("Say what its headings mean", "Dire ce que signifient ses intitulés"),
        MapHeadingsHelp =
            new(
                "Where its headings are right as they are, a mapping says what they mean; then choose it here with the file.",
                "Si ses intitulés sont justes tels quels, une correspondance dit ce qu'ils signifient ; choisissez-la ensuite ici avec le fichier."
            ),
        Nothing =
            new(
                "{0}: nothing in it differs from what is recorded.",
                "{0} : rien n'y diffère de ce qui est enregistré."
            ),
        Errors = new("Wrong rows", "Lignes fautives"),
        Notices = new("Taken differently from how it is written", "Pris autrement que c'est écrit"),
        NoErrors = new("Every row can be taken.", "Toutes les lignes peuvent être prises."),
        Sheet = new("Sheet", "Feuille"),
        Row = new("Row", "Ligne"),
        Column = new("Column", "Colonne"),
        InRow = new("Row {0}", "Ligne {0}"),
        What = new("What", "Quoi"),
        RowsRead = new("Rows read", "Lignes lues"),
        Created = new("New", "Nouveaux"),
        Updated = new("Changed", "Modifiés"),
        Unchanged = new("Unchanged", "Inchangés"),
        Rejected = new("Left out", "Écartées"),
        Organisations = new("New organisations", "Nouvelles organisations"),
        Committed = new("Sum of the rows taken", "Somme des lignes prises"),
        History = new("Earlier imports", "Imports antérieurs"),
        NoHistory =
            new(
                "No file was taken into this portfolio yet.",
                "Aucun fichier n'a encore été pris dans ce portefeuille."
            ),
        Format = new("Format", "Format"),
        When = new("When", "Quand"),
        State = new("State", "État"),
        Stands = new("In the portfolio", "Dans le portefeuille"),
        ChangedNothing = new("Changed nothing", "N'a rien modifié"),
        ChangedNothingHelp =
            new(
                "All of it was recorded already, so there is nothing to take back.",
                "Tout y était déjà enregistré : il n'y a rien à annuler."
            ),
        PartOfName = new("Part of a file's name", "Partie du nom d'un fichier"),
        NoneSuch = new("No file's name has “{0}” in it.", "Aucun nom de fichier ne contient « {0} »."),
        All = new("Show all", "Tout afficher"),
        TakenBack = new("Taken back", "Annulé"),
        TakenBackBy = new("Taken back by {0},", "Annulé par {0},"),
        Because = new("Reason: {0}", "Motif : {0}"),
        GetRejected = new("Wrong rows as a file", "Lignes fautives en fichier"),
        GetRejectedHelp =
            new(
                "The rows as they were, with what is wrong behind them: mend them and bring the file in again.",
                "Les lignes telles quelles, suivies de ce qui ne va pas : corrigez-les et réimportez le fichier."
            ),
        Reverse = new("Take this import back", "Annuler cet import"),
        Reversed = new("The import was taken back.", "L'import a été annulé."),
        NotReversible =
            new(
                "An import of the portfolio's own workbook is not taken back as a whole: edit what it changed.",
                "Un import du classeur du portefeuille ne s'annule pas d'un bloc : corrigez ce qu'il a changé."
            ),
        ReadBy = new("read by the mapping {0}", "lu avec la correspondance {0}"),
        Mappings = new("Mappings", "Correspondances"),
        MappingsHelp =
            new(
                "A mapping says what the headings of a table mean, so that any table can come in. Six of French public bodies are built in.",
                "Une correspondance dit ce que signifient les intitulés d'un tableau, pour que tout tableau puisse entrer. Six, d'organismes publics français, sont intégrées."
            ),
        NoMappings = new("This portfolio keeps none of its own yet.", "Ce portefeuille n'en a pas encore."),
        MappingTaken =
            new(
                "There is a mapping called {0} already: change that one, or choose another name.",
                "Il y a déjà une correspondance nommée {0} : modifiez celle-ci, ou choisissez un autre nom."
            ),
        HeadingsOfFile =
            new(
                "For each thing, choose the heading of your file, or write what is the same in all rows; what you leave empty is not read.",
                "Pour chaque élément, choisissez l'intitulé de votre fichier, ou écrivez ce qui vaut pour toutes les lignes ; ce qui reste vide n'est pas lu."
            ),
        Columns = new("What the headings mean", "Ce que signifient les intitulés"),
        Always = new("In all rows", "Dans toutes les lignes"),
        NewMapping = new("A new mapping", "Nouvelle correspondance"),
        MappingName = new("Name of the mapping", "Nom de la correspondance"),
        MappingFields =
            new(
                "For each thing, the heading of its column as your table writes it, or what is the same in all rows; what you leave empty is not read.",
                "Pour chaque élément, l'intitulé de sa colonne tel que l'écrit votre tableau, ou ce qui vaut pour toutes les lignes ; ce qui reste vide n'est pas lu."
            ),
        Needed = new("Needed", "Nécessaire"),
        Identified = new("To find grants again", "Pour retrouver les dons"),
        IdentifiedHelp =
            new(
                "With an identifier and a currency each row is a grant of its own; else rows are lines of decisions, in euros.",
                "Avec un identifiant et une devise, chaque ligne est un don ; sinon les lignes sont celles de décisions, en euros."
            ),
        MoreFields = new("More columns", "Autres colonnes"),
        Written = new("How it is written", "Comment c'est écrit"),
        HeadingOf = new("{0}: heading", "{0} : intitulé"),
        AlwaysOf = new("{0}: always", "{0} : toujours"),
        HeadingRowHelp = new("Found by itself where left empty.", "Trouvée d'elle-même si vide."),
        DateFormHelp =
            new(
                "For example dd/MM/yyyy; all usual forms are known where left empty.",
                "Par exemple dd/MM/yyyy ; toutes les formes usuelles sont connues si vide."
            ),
        DecimalSignHelp = new("Seen by the amounts where left empty.", "Reconnu aux montants si vide."),
        Comma = new("Comma", "Virgule"),
        Point = new("Point", "Point"),
        MappingSaved = new("The mapping {0} is kept.", "La correspondance {0} est enregistrée."),
        MappingRemoved = new("The mapping {0} is forgotten.", "La correspondance {0} est supprimée."),
        RemoveMapping = new("Forget this mapping", "Supprimer cette correspondance"),
        RemoveMappingQuestion =
            new(
                "Files can no longer be read by it; what came in stays.",
                "Plus aucun fichier ne pourra être lu avec elle ; ce qui est entré demeure."
            );

    private static readonly Dictionary<string, Text> BuiltIn = new()
    {
        ["loire-atlantique"] = Text.Same("Loire-Atlantique"),
        ["dilcrah"] = Text.Same("DILCRAH"),
        ["vendee"] = Text.Same("Vendée"),
        ["maine-et-loire"] = Text.Same("Maine-et-Loire"),
        ["mayenne"] = Text.Same("Mayenne"),
        ["aude"] = Text.Same("Aude"),
    };

    private static readonly Dictionary<string, Text> Encodings = new()
    {
        ["utf-8"] = Text.Same("UTF-8"),
        ["utf-16"] = Text.Same("UTF-16"),
        ["utf-16be"] = new("UTF-16, high byte first", "UTF-16, octet fort d'abord"),
        ["windows-1252"] = new("Windows, Western Europe (1252)", "Windows, Europe occidentale (1252)"),
        ["ibm850"] = Text.Same("MS-DOS 850"),
        ["ibm437"] = Text.Same("MS-DOS 437"),
        ["iso-8859-15"] = Text.Same("Latin 9 (ISO 8859-15)"),
        ["macintosh"] = new("Macintosh (before 2001)", "Macintosh (avant 2001)"),
    };

    private static readonly Dictionary<string, Text> Formats = new()
    {
        ["360giving"] = Text.Same("360Giving"),
        ["subsidies"] = new("Subsidy agreements", "Conventions de subvention"),
        ["mapped"] = new("Table with a mapping", "Tableau avec correspondance"),
        ["pipeline"] = new("The portfolio's workbook", "Classeur du portefeuille"),
    };

    private static readonly Dictionary<string, Text> Fields = new()
    {
        ["title"] = new("What it is for", "Objet"),
        ["amount"] = new("Amount", "Montant"),
        ["awardDate"] = new("Day of the award", "Date d'attribution"),
        ["recipient"] = new("Beneficiary", "Bénéficiaire"),
        ["funder"] = new("Funder", "Attribuant"),
        ["identifier"] = new("Identifier", "Identifiant"),
        ["currency"] = new("Currency", "Devise"),
        ["description"] = new("Description", "Description"),
        ["startDate"] = new("Planned start", "Début prévu"),
        ["endDate"] = new("Planned end", "Fin prévue"),
        ["duration"] = new("Duration in months", "Durée en mois"),
        ["recipientIdentifier"] = new("Identifier of the beneficiary", "Identifiant du bénéficiaire"),
        ["recipientCountry"] = new("Country of the beneficiary", "Pays du bénéficiaire"),
        ["recipientCharityNumber"] = new(
            "Charity number of the beneficiary",
            "Numéro d'organisme caritatif du bénéficiaire"
        ),
        ["recipientCompanyNumber"] = new("Company number of the beneficiary", "Numéro de société du bénéficiaire"),
        ["recipientRna"] = new("RNA number of the beneficiary", "Numéro RNA du bénéficiaire"),
        ["funderIdentifier"] = new("Identifier of the funder", "Identifiant de l'attribuant"),
        ["nature"] = new("Cash or in kind", "En numéraire ou en nature"),
        ["period"] = new("Period of payment", "Période de versement"),
        ["share"] = new("Share of the amount", "Part du montant"),
    };

    /// <summary>What a mapping is called: a built-in one by its proper name, an own one by its own.</summary>
    public static Text Mapping(string name) => BuiltIn.GetValueOrDefault(name) ?? Text.Same(name);

    /// <summary>What an encoding is called.</summary>
    public static Text Encoding(string name) => Encodings.GetValueOrDefault(name) ?? Text.Same(name);

    /// <summary>What a format is called, with the kind of file.</summary>
    public static Text FormatOf(string code) =>
        code.Split('.') is [var format, var kind] && Formats.TryGetValue(format, out var words)
            ? new($"{words.En}, {kind.ToUpperInvariant()}", $"{words.Fr}, {kind.ToUpperInvariant()}")
            : Text.Same(code);

    /// <summary>What a field of a mapping is called.</summary>
    public static Text Field(string name) => Fields.GetValueOrDefault(name) ?? FieldWords.Of(name);

    /// <summary>What became of a file that was taken.</summary>
    public static Text Applied(string file, IImportReport report) =>
        new Text("{0}: {1}, {2}, {3}, {4}.", "{0} : {1}, {2}, {3}, {4}.").With(
            file,
            Spelled.Of(report.Created, new("{0} new", "{0} nouveau"), new("{0} new", "{0} nouveaux")),
            Spelled.Of(report.Updated, new("{0} changed", "{0} modifié"), new("{0} changed", "{0} modifiés")),
            Spelled.Of(report.Unchanged, new("{0} unchanged", "{0} inchangé"), new("{0} unchanged", "{0} inchangés")),
            Spelled.Of(report.Rejected, new("{0} left out", "{0} écarté"), new("{0} left out", "{0} écartés"))
        );

    /// <summary>What happens where an import is taken back.</summary>
    public static Text ReverseQuestion(int created, int updated) =>
        new Text(
            "{0}, {1}. Earlier views stay as they were. Where other work stands on one of them, nothing is taken back.",
            "{0}, {1}. Les vues antérieures demeurent. Si d'autres travaux reposent sur l'un d'eux, rien n'est annulé."
        ).With(
            Spelled.Of(
                created,
                new("{0} project that it made disappears", "{0} projet créé disparaît"),
                new("{0} projects that it made disappear", "{0} projets créés disparaissent")
            ),
            Spelled.Of(
                updated,
                new("{0} that it changed is as it was", "{0} modifié redevient ce qu'il était"),
                new("{0} that it changed are as they were", "{0} modifiés redeviennent ce qu'ils étaient")
            )
        );

    /// <summary>An error with its place: the first of each kind stands above a file's report, all of them in its table.</summary>
    public static string Placed(ImportErrorReply error, Language language) =>
        error.Row is { } row
            ? $"{InRow.With(row).In(language)}{(error.Column is { } column ? $", {column}" : "")}{FrameWords.Colon.In(language)} {error.Message}"
            : error.Message;
}
