using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>The people who can sign in.</summary>
internal static class PeopleWords
{
    public static readonly Text Invite = new("Invite somebody", "Inviter quelqu'un"),
        InviteHelp =
            new(
                "They get a link that works once, for seven days, and choose their own password.",
                "La personne reçoit un lien qui sert une fois, pendant sept jours, et choisit son mot de passe."
            ),
        Invited =
            new(
                "The invitation is made and sent where mail is set up. This is its link, shown this once:",
                "L'invitation est faite, et envoyée si la messagerie est configurée. Voici son lien, montré cette seule fois :"
            ),
        InvitedWithRole =
            new(
                "The invitation is made, with the role {0}, and sent where mail is set up. This is its link, shown this once:",
                "L'invitation est faite, avec le rôle {0}, et envoyée si la messagerie est configurée. Voici son lien, montré cette seule fois :"
            ),
        State = new("State", "Situation"),
        Administrator = new("Administrator", "Administrateur"),
        AdministratorHelp = new("Administrator: sees and does everything", "Administrateur : voit et fait tout"),
        Locked = new("Locked", "Verrouillé"),
        LockedHelp =
            new(
                "Locked: signed out everywhere at once, and not let in until unlocked",
                "Verrouillé : déconnecté partout aussitôt, et sans accès jusqu'au déverrouillage"
            ),
        Waiting = new("No password yet", "Pas encore de mot de passe"),
        Anonymised = new("Anonymised", "Anonymisé"),
        Active = new("Can sign in", "Peut se connecter"),
        FirstRole = new("A role at once", "Un rôle dès maintenant"),
        FirstRoleHelp =
            new(
                "Both or neither; roles can be given later too.",
                "Les deux ou aucun ; des rôles peuvent aussi être donnés plus tard."
            ),
        Details = new("The person", "La personne"),
        Saved = new("The person is saved.", "La personne est enregistrée."),
        Roles = new("Roles", "Rôles"),
        NoRoles = new("No role yet: this person sees nothing.", "Aucun rôle encore : cette personne ne voit rien."),
        SeesAll =
            new("As an administrator this person sees everything.", "Cette personne voit tout, étant administrateur."),
        Owner = new("Owner of the project", "Porteur du projet"),
        Give = new("Give a role", "Donner un rôle"),
        Door = new("Invitation", "Invitation"),
        DoorHelp =
            new(
                "This person has not set a password yet. A new link makes the one before worthless.",
                "Cette personne n'a pas encore défini de mot de passe. Un nouveau lien rend le précédent inutilisable."
            ),
        Again = new("Make another link", "Faire un autre lien"),
        AgainQuestion =
            new("The link that was made before does not work any more.", "Le lien précédent ne fonctionne plus."),
        Provider = new("Single sign-on", "Authentification unique"),
        Unlink = new("Forget the link to {0}", "Oublier le lien avec {0}"),
        UnlinkQuestion =
            new(
                "{0} is signed out everywhere, and linked anew by their e-mail address when they come again.",
                "{0} est déconnecté partout, et relié de nouveau par son adresse e-mail à sa prochaine venue."
            ),
        Unlinked = new("The link is forgotten.", "Le lien est oublié."),
        Leave = new("Leaving for good", "Départ définitif"),
        LeaveHelp =
            new(
                "To keep somebody out for a while, lock them instead.",
                "Pour écarter quelqu'un un temps, verrouillez plutôt."
            ),
        Anonymise = new("Anonymise", "Anonymiser"),
        AnonymiseQuestion =
            new(
                "Name and e-mail of {0} are taken out for good; sessions and roles end. What they did stays, without their name. This cannot be taken back.",
                "Le nom et l'adresse e-mail de {0} sont retirés pour de bon ; sessions et rôles prennent fin. Ce qui a été fait demeure, sans son nom. C'est irréversible."
            ),
        AnonymisedDone = new("The person is anonymised.", "La personne est anonymisée."),
        IsAnonymised =
            new(
                "This person was anonymised: nothing is changed any more.",
                "Cette personne a été anonymisée : plus rien n'est modifié."
            );
}
