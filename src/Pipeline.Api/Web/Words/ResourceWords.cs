using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>What helps, and where.</summary>
internal static class ResourceWords
{
    public static readonly Text Title = new("Resources", "Ressources"),
        Help =
            new(
                "Documents of the kit on building together in a territory, with the phases and conditions that they help with. Titles are in the language of the document.",
                "Les documents du kit « co-construction territoriale », avec les phases et les conditions auxquelles ils aident. Les titres sont dans la langue du document."
            ),
        Helps = new("What helps", "Ce qui aide"),
        Colon = new(":", " :"),
        Path = new("Way through", "Parcours"),
        Criterion = new("Condition of a passage", "Condition de passage"),
        Nature = new("Kind", "Nature"),
        Author = new("Author", "Auteur"),
        Year = new("Year", "Année"),
        Phases = new("Phases", "Phases"),
        Name = new("Title", "Titre"),
        Found = new("documents", "documents"),
        None = new("No document fits these filters.", "Aucun document ne correspond à ces filtres."),
        AllOfThese = new("All", "Toutes");
}
