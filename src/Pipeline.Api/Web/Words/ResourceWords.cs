using Pipeline.Application.Resources;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>What helps, and where.</summary>
internal static class ResourceWords
{
    public static readonly Text Title = new("Resources", "Ressources"),
        Help =
            new(
                "Documents of the kit on building together in a territory, with the phases and conditions that they help with. Titles are in the language of the document.",
                "Les documents du kit « co-construction territoriale », avec les phases et les conditions auxquelles ils aident. Les titres sont dans la langue du document."
            ),
        Helps = new("What helps", "Ce qui aide"),
        WithNature = new("{0} ({1})", "{0} ({1})"),
        Path = new("Way through", "Parcours"),
        Criterion = new("Condition of a passage", "Condition de passage"),
        Nature = new("Kind", "Nature"),
        Author = new("Author", "Auteur"),
        Year = new("Year", "Année"),
        Phases = new("Phases", "Phases"),
        Name = new("Title", "Titre"),
        Found = new("documents", "documents"),
        FoundOne = new("document", "document"),
        None = new("No document fits these filters.", "Aucun document ne correspond à ces filtres."),
        AllOfThese = new("All", "Toutes"),
        Add = new("Add a document", "Ajouter un document"),
        Change = new("Change", "Modifier"),
        Code = new("Code", "Code"),
        CodeHelp =
            new(
                "Letters and digits, beginning with a small letter; it stays as it is.",
                "Lettres et chiffres, en commençant par une minuscule ; il ne change plus."
            ),
        TitleHelp = new("In the language of the document.", "Dans la langue du document."),
        Tool = new("Drawer of the toolbox", "Tiroir de la boîte à outils"),
        Link = new("Link", "Lien"),
        Citation = new("Where it is named", "Où il est cité"),
        PhasesHelp = new("None means whichever.", "Aucune signifie n'importe laquelle."),
        Criteria = new("Conditions of a passage that it helps with", "Conditions de passage auxquelles il aide"),
        Saved = new("{0} is saved.", "{0} est enregistré."),
        Remove = new("Take it off the list", "Retirer de la liste"),
        RemoveQuestion =
            new(
                "Unmet conditions no longer name it. It can be added again.",
                "Les conditions non remplies ne le citent plus. Il peut être ajouté de nouveau."
            ),
        Removed = new("{0} is off the list.", "{0} est retiré de la liste.");

    /// <summary>Where it is read; where no link is kept, where it is described.</summary>
    public static string AddressOf(ResourceLink resource) =>
        resource.Url ?? $"/resources?q={Uri.EscapeDataString(resource.Title)}";

    /// <summary>A resource where it is of help: its title and what it is.</summary>
    public static string Named(ResourceLink resource, Language language) =>
        WithNature.With(resource.Title, Labels.Of(resource.Nature)).In(language);
}
