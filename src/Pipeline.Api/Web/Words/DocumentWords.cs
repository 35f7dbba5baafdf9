using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>A project's documents.</summary>
internal static class DocumentWords
{
    public static readonly Text Title = new("Documents", "Documents"),
        None = new("No document is kept yet.", "Aucun document n'est encore conservé."),
        Add = new("Add a document", "Ajouter un document"),
        Added = new("The document is kept.", "Le document est conservé."),
        Hint = new("{0}; {1} MB at most.", "{0} ; {1} Mo au plus."),
        OfWhom = new("by {0}", "par {0}"),
        Kilobytes = new("{0} KB", "{0} Ko"),
        Remove = new("Remove", "Retirer"),
        RemoveQuestion =
            new(
                "{0} can be fetched no more. What it was and why it went stays.",
                "{0} ne pourra plus être téléchargé. Ce qu'il était et pourquoi il est parti reste."
            ),
        Removed = new("The document is removed.", "Le document est retiré.");
}
