using Pipeline.Domain.Common;
using Pipeline.Domain.Portfolios;

namespace Pipeline.Api.Web.Words;

/// <summary>Portfolios as they are looked after: rules, people, keys.</summary>
internal static class PortfolioWords
{
    public static readonly Text Parts = new("Parts of the portfolio", "Parties du portefeuille"),
        None = new("There is no portfolio yet.", "Il n'y a encore aucun portefeuille."),
        Make = new("Make a portfolio", "Créer un portefeuille"),
        Made =
            new(
                "The portfolio is made, with the usual rules. Give people their roles next.",
                "Le portefeuille est créé, avec les règles habituelles. Donnez ensuite leurs rôles aux personnes."
            ),
        Saved = new("The portfolio is saved.", "Le portefeuille est enregistré."),
        Investor = new("Investor", "Investisseur"),
        CodeHelp =
            new(
                "Short, unique and for good: files and links name the portfolio by it.",
                "Court, unique et définitif : fichiers et liens désignent le portefeuille par lui."
            ),
        CurrencyHelp =
            new(
                "Three letters, for example EUR. It stays: the ledgers are kept in it.",
                "Trois lettres, par exemple EUR. Elle ne change plus : les livres sont tenus dans cette devise."
            ),
        Review = new("Review", "Validation"),
        Reviewed = new("Reports wait for a manager", "Les déclarations attendent un gestionnaire"),
        AtOnce = new("Reports take effect at once", "Les déclarations prennent effet aussitôt"),
        Shares = new("Shares aimed at", "Parts visées"),
        Rules = new("Rules", "Règles"),
        People = new("People", "Personnes"),
        Keys = new("Keys", "Clés"),
        Dashboard = new("Dashboard", "Tableau de bord"),
        Identity = new("What it is", "De quoi il s'agit"),
        ReviewRequired =
            new(
                "Each report of a passage waits until a manager has decided",
                "Chaque déclaration de passage attend la décision d'un gestionnaire"
            ),
        Reminders = new("Reminders", "Rappels"),
        RemindersHelp =
            new(
                "Whoever sees a deadline of this portfolio is reminded of it: in their inbox, and by mail as they chose.",
                "Chaque personne qui voit une échéance de ce portefeuille reçoit un rappel : dans sa boîte de réception, et par e-mail selon son choix."
            ),
        DaysBefore = new("Days before", "Jours avant"),
        DaysBeforeHelp =
            new("From 0 to 90; 0: no reminder before the day.", "De 0 à 90 ; 0 : aucun rappel avant le jour."),
        OnTheDay = new("On the day itself", "Le jour même"),
        WeeklyWhileLate = new("Once it is late, and again each week", "Dès le retard, puis chaque semaine"),
        RemindersSaved = new("The reminders are kept.", "Les rappels sont enregistrés."),
        ReviewDays = new("Days until a decision is late", "Jours avant qu'une décision soit en retard"),
        Target = new("Target for capacity building, per cent", "Cible de renforcement des capacités, en pour cent"),
        TargetHelp =
            new(
                "The share of the money that strategy and expertise should reach. The field's figure is {0}.",
                "La part de l'argent que stratégie et expertise devraient atteindre. Le chiffre du domaine est de {0}."
            ),
        Ceiling = new("Ceiling for evaluation, per cent", "Plafond de l'évaluation, en pour cent"),
        CeilingHelp =
            new(
                "The share of the money that evaluation should not pass. The field's figure is {0}.",
                "La part de l'argent que l'évaluation ne devrait pas dépasser. Le chiffre du domaine est de {0}."
            ),
        NearBand = new("How near is near, per cent", "Ce qui compte comme proche, en pour cent"),
        NearBandHelp =
            new(
                "Within this distance of its threshold a share is shown as near.",
                "À cette distance de son seuil, une part est signalée comme proche."
            ),
        Spread = new("Territories before industrialisation", "Territoires avant l'industrialisation"),
        Criteria = new("What a passage asks for", "Ce que demande un passage"),
        CriteriaHelp =
            new(
                "What blocks bars the way until it is met or waived with a reason; what warns is shown and recorded; what is ignored asks for nothing.",
                "Ce qui bloque ferme la voie jusqu'à être rempli ou levé avec un motif ; ce qui alerte est montré et conservé ; ce qui est ignoré ne demande rien."
            ),
        EveryGate = new("At every passage", "À chaque passage"),
        Gate = new("From {0} to {1}", "De {0} à {1}"),
        Usual = new("Usually: {0}.", "D'ordinaire : {0}."),
        NoMembers = new("Nobody has a role here yet.", "Personne n'a encore de rôle ici."),
        Members = new("Who may do what here", "Qui peut faire quoi ici"),
        MembersHelp =
            new(
                "Managers decide and change the rules; finance records commitments and deliveries; investors read and export.",
                "Les gestionnaires décident et changent les règles ; les finances enregistrent engagements et versements ; les investisseurs lisent et exportent."
            ),
        Give = new("Give somebody a role", "Donner un rôle à quelqu'un"),
        Given = new("{0} has the role {1} now.", "{0} a désormais le rôle {1}."),
        ChangeRole = new("{0}'s role", "Le rôle de {0}"),
        Change = new("Change the role", "Changer le rôle"),
        Take = new("Take the role away", "Retirer le rôle"),
        TakeQuestion =
            new(
                "{0} does not see this portfolio any more. What they did here keeps their name.",
                "{0} ne voit plus ce portefeuille. Ce qui a été fait ici garde son nom."
            ),
        Taken = new("{0} has no role here any more.", "{0} n'a plus de rôle ici."),
        AllHaveRoles =
            new(
                "Everybody whom you can give a role has one here.",
                "Toutes les personnes à qui vous pouvez donner un rôle en ont un ici."
            ),
        AskAdministrator =
            new("An administrator invites people who are new.", "Un administrateur invite les nouvelles personnes."),
        NotThere = new("Somebody who is not here yet?", "Une personne qui n'est pas encore là ?"),
        KeysTitle = new("Keys for machines", "Clés pour machines"),
        KeysHelp =
            new(
                "A key opens this portfolio alone, for a spreadsheet or a script. It decides nothing and gives nobody access.",
                "Une clé n'ouvre que ce portefeuille, pour un tableur ou un script. Elle ne décide rien et ne donne accès à personne."
            ),
        NoKeys = new("There is no key.", "Il n'y a aucune clé."),
        KeyName = new("What it is for", "À quoi elle sert"),
        Access = new("What it may do", "Ce qu'elle peut faire"),
        Read = new("Read and export", "Lire et exporter"),
        Write = new("Record commitments and deliveries too", "Enregistrer aussi engagements et versements"),
        IssuedBy = new("Issued by", "Émise par"),
        Expires = new("Works until", "Valable jusqu'au"),
        Expired = new("Expired", "Expirée"),
        LastUsed = new("Last used", "Dernier usage"),
        NeverUsed = new("never", "jamais"),
        For = new("Works for", "Valable pendant"),
        Days = new("{0} days", "{0} jours"),
        Issue = new("Issue a key", "Émettre une clé"),
        Issued =
            new(
                "The key is issued. Copy it now: it is shown this once and kept nowhere.",
                "La clé est émise. Copiez-la maintenant : elle n'est montrée que cette fois et n'est conservée nulle part."
            ),
        Revoke = new("Revoke", "Révoquer"),
        RevokeQuestion =
            new(
                "“{0}” opens nothing any more, at once and for good.",
                "« {0} » n'ouvre plus rien, aussitôt et pour de bon."
            ),
        Revoked = new("The key is revoked.", "La clé est révoquée.");

    /// <summary>What a key may do.</summary>
    public static Text Of(ApiKeyAccess access) => access == ApiKeyAccess.Write ? Write : Read;
}
