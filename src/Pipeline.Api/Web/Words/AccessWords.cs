using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>Signing in and passwords.</summary>
internal static class AccessWords
{
    public static readonly Text SignIn = new("Sign in", "Se connecter"),
        Welcome = new("Sign in to Pipeline", "Connexion à Pipeline"),
        Lead =
            new(
                "Where social innovations stand, what supports them, and what comes next.",
                "Où en sont les innovations sociales, ce qui les soutient, et ce qui vient ensuite."
            ),
        Forgotten = new("Password forgotten?", "Mot de passe oublié ?"),
        With = new("Sign in with {0}", "Se connecter avec {0}"),
        Demo = new("Look around in the demonstration", "Découvrir la démonstration"),
        DemoHelp =
            new(
                "Made-up people, one click each, on this machine alone.",
                "Des personnes fictives, en un clic, sur cette seule machine."
            ),
        Invitation = new("Welcome: choose your password", "Bienvenue : choisissez votre mot de passe"),
        Reset = new("Another password", "Un autre mot de passe"),
        AskLink = new("Ask for a link", "Demander un lien"),
        AskLinkHelp =
            new(
                "A link to set another password is sent to your address.",
                "Un lien pour définir un autre mot de passe est envoyé à votre adresse."
            ),
        LinkSent =
            new(
                "If there is an account with this address, a link is on its way.",
                "S'il existe un compte avec cette adresse, un lien est en route."
            ),
        SetByLink = new("Set the password by your link", "Définir le mot de passe grâce au lien"),
        PasswordRule =
            new(
                "At least 12 characters. A short sentence is easy to remember and hard to guess.",
                "Au moins 12 caractères. Une courte phrase se retient bien et se devine mal."
            ),
        TokenHelp =
            new(
                "What stands behind the # in the link that you were sent.",
                "Ce qui suit le # dans le lien que vous avez reçu."
            ),
        SetPassword = new("Set the password", "Enregistrer le mot de passe"),
        PasswordSet =
            new(
                "Your password is set: you can sign in now.",
                "Votre mot de passe est enregistré : vous pouvez vous connecter."
            ),
        SignInFirst = new("Sign in to go on.", "Connectez-vous pour continuer.");

    /// <summary>What the demonstration's people are, in their order.</summary>
    public static readonly IReadOnlyList<Text> DemoRoles =
    [
        new("Administrator", "Administratrice"),
        new("Manager", "Gestionnaire"),
        new("Second manager", "Second gestionnaire"),
        new("Finance", "Finance"),
        new("Investor", "Investisseur"),
        new("Owner of the projects", "Porteuse des projets"),
    ];
}
