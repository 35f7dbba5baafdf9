using Pipeline.Domain.Common;

namespace Pipeline.Application.Imports;

/// <summary>Why a file is not read at all.</summary>
public static class FileRefusals
{
    /// <summary>Of several kinds: the sentence is the first one's.</summary>
    public static readonly Refusal InvalidFile = Refusal.Invalid(
        "invalid_file",
        new(
            "The file has several kinds of errors; each is named with its place.",
            "Le fichier a plusieurs sortes d'erreurs ; chacune est indiquée avec son emplacement."
        )
    );

    public static readonly Refusal UnclosedQuote = Refusal.Invalid(
        "unclosed_quote",
        new(
            "A quotation mark in this row is never closed, so the rest of the file cannot be told apart.",
            "Un guillemet de cette ligne n'est jamais fermé : le reste du fichier ne peut être distingué."
        ),
        "A quotation mark is never closed."
    );

    public static readonly Refusal TooManyColumns = Refusal.Invalid(
        "too_many_columns",
        new("There are {0} columns; at most {1} are read.", "Il y a {0} colonnes ; {1} au plus sont lues."),
        "The file has more columns than are accepted."
    );

    public static readonly Refusal TooManyRows = Refusal.Invalid(
        "too_many_rows",
        new("There are more than {0} rows; split the file.", "Il y a plus de {0} lignes ; scindez le fichier."),
        "The file has more rows than are accepted."
    );

    public static readonly Refusal EntryIsNoObject = Refusal.Invalid(
        "unreadable_file",
        new("An entry of the list is no object.", "Une entrée de la liste n'est pas un objet."),
        "The file is in none of the formats that are read."
    );

    public static readonly Refusal HalfCharacter = Refusal.Invalid(
        "invalid_encoding",
        new(
            "A text of this entry holds half a character.",
            "Un texte de cette entrée contient une moitié de caractère."
        ),
        "The text is damaged: it is no valid UTF-8, UTF-16 or Windows-1252."
    );

    public static readonly Refusal BrokenJson = EntryIsNoObject.Saying(
        new(
            "The file begins like JSON but is none: line {0}, position {1}.",
            "Le fichier commence comme du JSON mais n'en est pas : ligne {0}, position {1}."
        )
    );

    public static readonly Refusal NoListOfGrants = EntryIsNoObject.Saying(
        new(
            "The JSON has no list of grants: { \"grants\": [ … ] } is expected.",
            "Le JSON n'a pas de liste de dons : { \"grants\": [ … ] } est attendu."
        )
    );

    public static readonly Refusal EmptyFile = Refusal.Invalid(
        "empty_file",
        new("The file is empty.", "Le fichier est vide.")
    );

    public static readonly Refusal TooLarge = new(
        RefusalKind.TooLarge,
        "file_too_large",
        new("The file is larger than {0} MB.", "Le fichier dépasse {0} Mo."),
        "The file is larger than is accepted."
    );

    public static readonly Refusal ProtectedWorkbook = EntryIsNoObject.Saying(
        new(
            "The workbook is protected by a password, or in the old .xls format: save it as .xlsx without a password.",
            "Le classeur est protégé par un mot de passe, ou à l'ancien format .xls : enregistrez-le en .xlsx sans mot de passe."
        )
    );

    public static readonly Refusal Pdf = EntryIsNoObject.Saying(
        new("This is a PDF: CSV, JSON or XLSX is expected.", "C'est un PDF : un CSV, JSON ou XLSX est attendu.")
    );

    public static readonly Refusal WrongExtension = Refusal.Invalid(
        "wrong_extension",
        new(
            "The file is named {0}, but its content is {1}: one of the two is a mistake.",
            "Le fichier se nomme {0}, mais son contenu est {1} : l'un des deux est une erreur."
        ),
        "The file's name promises another kind of content."
    );

    public static readonly Refusal InvalidEncoding = HalfCharacter.Saying(
        new(
            "The text is damaged: no valid {0} at byte {1}. Save the file as UTF-8.",
            "Le texte est endommagé : pas d'{0} valable à l'octet {1}. Enregistrez le fichier en UTF-8."
        )
    );

    public static readonly Refusal UncertainLetters = HalfCharacter.Saying(
        new(
            "The letters of these rows can be read in several ways, or in none: {0}. Save the file as UTF-8, or say what it is written in (encoding).",
            "Les lettres de ces lignes peuvent se lire de plusieurs façons, ou d'aucune : {0}. Enregistrez le fichier en UTF-8, ou dites en quoi il est écrit (encoding)."
        )
    );

    public static readonly Refusal NotText = EntryIsNoObject.Saying(
        new(
            "This is no text and no workbook: CSV, JSON or XLSX is expected.",
            "Ce n'est ni du texte ni un classeur : un CSV, JSON ou XLSX est attendu."
        )
    );

    public static readonly Refusal NotWorkbook = EntryIsNoObject.Saying(
        new("This zip is no Excel workbook.", "Ce zip n'est pas un classeur Excel.")
    );

    public static readonly Refusal ZipBomb = Refusal.Invalid(
        "zip_bomb",
        new(
            "The workbook expands too far: at most {0} MB, {1} times its size, and {2} parts.",
            "Le classeur se dilate trop : {0} Mo au plus, {1} fois sa taille, et {2} parties."
        ),
        "The workbook expands far beyond what is accepted."
    );

    public static readonly Refusal CutOff = EntryIsNoObject.Saying(
        new("The workbook is damaged or was cut off.", "Le classeur est endommagé ou tronqué.")
    );

    public static readonly Refusal DtdRefused = Refusal.Invalid(
        "dtd_refused",
        new(
            "A part of the workbook declares a document type, which no spreadsheet program writes.",
            "Une partie du classeur déclare un type de document, ce qu'aucun tableur n'écrit."
        ),
        "Workbooks with document types are not taken."
    );

    public static readonly Refusal MacrosRefused = Refusal.Invalid(
        "macros_refused",
        new(
            "Workbooks with macros are not taken: save it as .xlsx.",
            "Les classeurs à macros ne sont pas acceptés : enregistrez-le en .xlsx."
        ),
        "Workbooks with macros are not taken."
    );

    public static readonly Refusal ExternalReferencesRefused = Refusal.Invalid(
        "external_references_refused",
        new(
            "A cell takes its value from another file: replace such cells by their values.",
            "Une cellule prend sa valeur dans un autre fichier : remplacez ces cellules par leurs valeurs."
        ),
        "Workbooks whose cells take values from other files are not taken."
    );

    public static readonly Refusal Damaged = EntryIsNoObject.Saying(
        new(
            "The workbook cannot be read: it is damaged, or no Excel workbook.",
            "Le classeur est illisible : endommagé, ou pas un classeur Excel."
        )
    );

    /// <summary>Whatever a table can be refused for before its rows are understood; each import that opens one says so.</summary>
    internal static IReadOnlyList<Refusal> OfTables =>
        [
            TooLarge,
            InvalidFile,
            EmptyFile,
            EntryIsNoObject,
            WrongExtension,
            HalfCharacter,
            UnclosedQuote,
            TooManyRows,
            TooManyColumns,
            RowRefusals.TooManyCells,
            MacrosRefused,
            ExternalReferencesRefused,
            DtdRefused,
            ZipBomb,
        ];

    /// <summary>What a file with errors is refused with: the one kind of error that there is, or that there are several.</summary>
    internal static Refusal Of(IReadOnlyList<ImportErrorReply> errors, ImportFault first) =>
        errors.Select(e => e.Code).Distinct().Count() == 1 ? first.Refusal : InvalidFile;
}
