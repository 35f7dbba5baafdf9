using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>A person's own page.</summary>
internal static class MeWords
{
    public static readonly Text Lead = new("Signed in as {0}", "Connecté en tant que {0}"),
        Called = new("What I am called", "Comment on m'appelle"),
        CalledHelp =
            new("Everybody who works with you sees it.", "Toutes les personnes qui travaillent avec vous le voient."),
        Saved = new("Your name is saved.", "Votre nom est enregistré."),
        Roles = new("What I may do", "Ce que je peux faire"),
        Administrator =
            new(
                "You are an administrator: you see and do everything.",
                "Vous êtes administrateur : vous voyez et faites tout."
            ),
        NoRoles =
            new(
                "No role yet. Whoever manages a portfolio, or an administrator, can give you one.",
                "Aucun rôle encore. La personne qui gère un portefeuille, ou un administrateur, peut vous en donner un."
            ),
        Look = new("How it looks", "Affichage"),
        LanguageIs = new("Language", "Langue"),
        ThemeIs = new("Theme", "Thème"),
        AsMachine = new("As this device has it", "Comme cet appareil"),
        Password = new("Password", "Mot de passe"),
        PasswordHelp =
            new("Changing it signs you out everywhere, here too.", "Le changer vous déconnecte partout, ici aussi."),
        Change = new("Change the password", "Changer le mot de passe"),
        Changed =
            new(
                "Your password is changed: sign in with the new one.",
                "Votre mot de passe est changé : connectez-vous avec le nouveau."
            ),
        Current = new("Current password", "Mot de passe actuel"),
        New = new("New password", "Nouveau mot de passe"),
        Calendar = new("Deadlines in my calendar", "Échéances dans mon calendrier"),
        CalendarHelp =
            new(
                "A secret address at which a calendar program reads what is due for you. Whoever has it sees what you see of it: keep it to yourself.",
                "Une adresse secrète où un logiciel de calendrier lit vos échéances. Qui la connaît voit celles que vous voyez : gardez-la pour vous."
            ),
        MakeCalendar = new("Make an address", "Créer une adresse"),
        CalendarMade =
            new(
                "Subscribe to this address in your calendar program. It is shown only now.",
                "Abonnez votre logiciel de calendrier à cette adresse. Elle n'est affichée que maintenant."
            ),
        CalendarSince = new("The address was made on", "L'adresse a été créée le"),
        ReplaceCalendar = new("Make another address", "Créer une autre adresse"),
        ReplaceCalendarQuestion =
            new(
                "The address so far shows nothing any more, wherever it is used.",
                "L'adresse actuelle n'affichera plus rien, où qu'elle soit utilisée."
            ),
        EndCalendar = new("End the address", "Mettre fin à l'adresse"),
        EndCalendarQuestion =
            new(
                "Calendar programs that use it are shown nothing any more.",
                "Les logiciels de calendrier qui l'utilisent n'affichent plus rien."
            ),
        CalendarEnded = new("The address is ended.", "L'adresse a pris fin."),
        Sessions = new("Where I am signed in", "Où je suis connecté"),
        SessionsHelp =
            new(
                "One entry for each device or program. End what you do not know.",
                "Une entrée par appareil ou programme. Mettez fin à ce que vous ne reconnaissez pas."
            ),
        Device = new("Device", "Appareil"),
        UnknownDevice = new("Unknown device", "Appareil inconnu"),
        Browser = new("{0} on {1}", "{0} sur {1}"),
        This = new("this device", "cet appareil"),
        Since = new("Since", "Depuis"),
        LastUsed = new("Last used", "Dernier usage"),
        Ends = new("Ends", "Prend fin"),
        End = new("End", "Mettre fin"),
        EndQuestion = new("“{0}” is signed out at once.", "« {0} » est déconnecté aussitôt."),
        Ended = new("The session is ended.", "La session a pris fin.");
}
