using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>What pages say of requests that came to nothing.</summary>
internal static class ErrorWords
{
    public static readonly Text ToBeginning = new("To the beginning", "Retour à l'accueil"),
        FormTooOld =
            new(
                "If it came from a form: the form was too old, or you signed in or out meanwhile. Go back, reload the page and send it again.",
                "S'il s'agit d'un formulaire : il était trop ancien, ou vous vous êtes connecté ou déconnecté entre-temps. Revenez en arrière, rechargez la page et renvoyez-le."
            ),
        Trace = new("To be given when you ask for help:", "À indiquer si vous demandez de l'aide :");

    private static readonly Dictionary<int, Text> Titles = new()
    {
        [400] = new("This cannot be read", "Ceci est illisible"),
        [403] = new("This is not yours to do", "Cela ne vous est pas permis"),
        [404] = new("There is no such page", "Cette page n'existe pas"),
        [405] = new("This cannot be done here", "Cela ne peut pas se faire ici"),
        [409] = new("This cannot be done now", "Cela ne peut pas se faire maintenant"),
        [412] = new("This has changed meanwhile", "Ceci a changé entre-temps"),
        [413] = new("This is too large", "Ceci est trop volumineux"),
        [422] = new("This cannot be shown as asked", "Ceci ne peut pas être affiché ainsi"),
        [429] = new("Too much at once", "Trop à la fois"),
        [500] = new("Something went wrong on our side", "Une erreur est survenue de notre côté"),
        [503] = new("Not at the moment", "Pas pour le moment"),
    };

    /// <summary>The heading for a status.</summary>
    public static Text Title(int status) => Titles.GetValueOrDefault(status) ?? Titles[status < 500 ? 400 : 500];

    /// <summary>The sentence where the API's would not help a person.</summary>
    public static Text? Says(int status) =>
        status switch
        {
            404 => new(
                "The address is wrong, or what was here is not yours to see.",
                "L'adresse est erronée, ou ce qui se trouvait ici ne vous est pas accessible."
            ),
            403 => new(
                "Your role does not include this. Whoever manages the portfolio can change that.",
                "Votre rôle ne le prévoit pas. La personne qui gère le portefeuille peut y remédier."
            ),
            _ => null,
        };
}
