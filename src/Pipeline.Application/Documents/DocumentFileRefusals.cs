using Pipeline.Application.Imports;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Documents;

/// <summary>Why a file does not become a document.</summary>
public static class DocumentFileRefusals
{
    public static readonly Refusal UnknownType = Refusal.Invalid(
        "unknown_document_type",
        new(
            "The content is of none of the types that are taken: {0}.",
            "Le contenu n'est d'aucun des types acceptés : {0}."
        ),
        "The content is of none of the types that are taken."
    );

    public static readonly Refusal WrongExtension = FileRefusals.WrongExtension;

    public static readonly Refusal Empty = FileRefusals.EmptyFile;

    public static readonly Refusal TooLarge = FileRefusals.TooLarge;

    public static readonly Refusal Macros = FileRefusals.MacrosRefused.Saying(
        new(
            "Files with macros are not taken: save it without them.",
            "Les fichiers à macros ne sont pas acceptés : enregistrez-le sans macros."
        )
    );

    public static readonly Refusal ZipBomb = FileRefusals.ZipBomb.Saying(
        new(
            "The file expands too far: at most {0} MB, {1} times its size, and {2} parts.",
            "Le fichier se dilate trop : {0} Mo au plus, {1} fois sa taille, et {2} parties."
        )
    );

    public static readonly Refusal NotClean = Refusal.Invalid(
        "document_not_clean",
        new("The scanner refused the file.", "L'analyseur a refusé le fichier.")
    );

    public static readonly Refusal PortfolioFull = Refusal.Refused(
        "documents_full",
        new(
            "The documents of the portfolio's projects may take {0} MB, and this one would be too much: remove some first.",
            "Les documents des projets du portefeuille peuvent occuper {0} Mo, et celui-ci serait de trop : retirez-en d'abord."
        ),
        "The documents of the portfolio's projects take all the room that they have."
    );

    public static readonly Refusal NotPermitted = Refusal.Forbidden(
        "documents_not_permitted",
        new(
            "Only owners of the project, managers and finance add documents.",
            "Seuls les porteurs du projet, les gestionnaires et les finances ajoutent des documents."
        )
    );
}
