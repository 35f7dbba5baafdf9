using System.Text.RegularExpressions;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>
/// What fields are called, by their names in the API: labels of forms, and the words that take the place of those names in the product's sentences about them.
/// </summary>
internal static partial class FieldWords
{
    private static readonly Dictionary<string, Text> Known = new()
    {
        ["email"] = new("Email", "Adresse e-mail"),
        ["password"] = new("Password", "Mot de passe"),
        ["currentPassword"] = new("Current password", "Mot de passe actuel"),
        ["newPassword"] = new("New password", "Nouveau mot de passe"),
        ["token"] = new("Code of the link", "Code du lien"),
        ["name"] = new("Name", "Nom"),
        ["code"] = new("Short code", "Code court"),
        ["asOf"] = new("As of", "Au"),
        ["knownAt"] = new("Known at", "Connu au"),
        ["currency"] = new("Currency", "Devise"),
        ["amount.amount"] = new("Amount", "Montant"),
        ["amount"] = new("Amount", "Montant"),
        ["reason"] = new("Reason", "Motif"),
        ["file"] = new("File", "Fichier"),
        ["title"] = new("Title", "Titre"),
        ["organisationId"] = new("Organisation", "Organisation"),
        ["portfolioId"] = new("Portfolio", "Portefeuille"),
        ["projectId"] = new("Project", "Projet"),
        ["userId"] = new("Person", "Personne"),
        ["summary"] = new("Summary", "Résumé"),
        ["ownerOrganisationId"] = new("Who carries it", "Organisation porteuse"),
        ["funderOrganisationId"] = new("Funder", "Financeur"),
        ["startedOn"] = new("Began on", "Débuté le"),
        ["effectiveOn"] = new("Day of the passage", "Date du passage"),
        ["narrative"] = new("What happened", "Ce qui s'est passé"),
        ["problem"] = new("The need", "Le besoin"),
        ["beneficiaries"] = new("Who has it", "Qui l'éprouve"),
        ["solutionHypotheses"] = new("Solution hypotheses", "Hypothèses de solution"),
        ["socioEconomicModel"] = new("Socio-economic model aimed at", "Modèle socio-économique visé"),
        ["valueProposition"] = new("Value proposition", "Proposition de valeur"),
        ["valueChain"] = new("Value chain", "Chaîne de valeur"),
        ["economicModel"] = new("Economic model", "Modèle économique"),
        ["positioning"] = new("Positioning", "Positionnement"),
        ["governance"] = new("Governance", "Gouvernance"),
        ["technicalFramework"] = new("Legal, tax and social frame", "Cadre juridique, fiscal et social"),
        ["takeOver.kind"] = new("Taken over as", "Relais sous forme de"),
        ["takeOver.name"] = new("By whom", "Par qui"),
        ["sdgs"] = new("Sustainable development goals", "Objectifs de développement durable"),
        ["domains"] = new("Domains", "Domaines"),
        ["level"] = new("Level", "Niveau"),
        ["kind"] = new("Kind", "Type"),
        ["region"] = new("Region", "Région"),
        ["since"] = new("Since", "Depuis le"),
        ["phase"] = new("Phase", "Phase"),
        ["standing"] = new("Standing", "Situation"),
        ["lever"] = new("Lever", "Levier"),
        ["nature"] = new("Nature", "Nature"),
        ["agreedOn"] = new("Agreed on", "Convenu le"),
        ["startsOn"] = new("Starts on", "Débute le"),
        ["endsOn"] = new("Ends on", "S'achève le"),
        ["deliveredOn"] = new("Delivered on", "Versé le"),
        ["reversedOn"] = new("Taken back on", "Extourné le"),
        ["cancelledOn"] = new("Cancelled on", "Annulé le"),
        ["hours"] = new("Hours of pro-bono work", "Heures de mécénat"),
        ["reference"] = new("Reference", "Référence"),
        ["form"] = new("Form", "Forme"),
        ["maturity"] = new("Maturity", "Maturité"),
        ["carriedOutOn"] = new("Carried out on", "Menée le"),
        ["evaluator"] = new("Evaluator", "Évaluateur"),
        ["participants"] = new("Who took part", "Qui y a pris part"),
        ["findings"] = new("Findings", "Constats"),
        ["verdict"] = new("Verdict", "Avis"),
        ["role"] = new("Role", "Rôle"),
        ["onError"] = new("If some rows are wrong", "Si des lignes sont fautives"),
        ["mapping"] = new("Mapping", "Correspondance"),
        ["encoding"] = new("Letters", "Encodage des lettres"),
        ["headingRow"] = new("Row of the headings", "Ligne des intitulés"),
        ["dateForm"] = new("How days are written", "Forme des dates"),
        ["decimalSign"] = new("Decimal sign", "Signe décimal"),
        ["columns"] = new("Columns", "Colonnes"),
        ["chosen"] = new("The choice of reports", "Le choix de déclarations"),
        ["decision"] = new("Decision", "Décision"),
        ["actorProfile"] = new("Kind", "Type"),
        ["country"] = new("Country", "Pays"),
        ["members"] = new("People and roles", "Personnes et rôles"),
        ["leadPortfolioId"] = new("Leading portfolio", "Portefeuille chef de file"),
        ["phaseSince"] = new("In this phase since", "Dans cette phase depuis"),
        ["holdings"] = new("Held by", "Porté par les portefeuilles"),
        ["owners"] = new("Owners", "Porteurs"),
        ["lines"] = new("Lines", "Lignes"),
        ["actorRoles"] = new("Each actor's role", "Rôle de chaque acteur"),
        ["takeOver"] = new("Taken over by", "Relais"),
        ["adaptation"] = new("What was adapted for the place", "Ce qui a été adapté au lieu"),
        ["closedOn"] = new("Closed on", "Clos le"),
        ["territories"] = new("Territories", "Territoires"),
        ["regions"] = new("Regions", "Régions"),
        ["stakeholders"] = new("Stakeholders", "Parties prenantes"),
        ["commitmentId"] = new("Commitment", "Engagement"),
        ["fromPhase"] = new("From the phase", "Phase de départ"),
        ["toPhase"] = new("To the phase", "Phase d'arrivée"),
        ["fromStanding"] = new("Situation before", "Situation avant"),
        ["toStanding"] = new("Situation after", "Situation après"),
        ["trigger"] = new("Passage", "Passage"),
        ["sequence"] = new("Number", "Numéro"),
        ["number"] = new("Number", "Numéro"),
        ["stayDays"] = new("Days in the phase", "Jours dans la phase"),
        ["outcome"] = new("Decision", "Décision"),
        ["indicators"] = new("Indicators", "Indicateurs"),
        ["reversesId"] = new("Takes back", "Extourne"),
        ["requestedWaivers"] = new("Waivers asked for", "Dérogations demandées"),
        ["waivers"] = new("Waivers", "Dérogations"),
        ["access"] = PortfolioWords.Access,
        ["expiresAt"] = PortfolioWords.Expires,
        ["createdAt"] = new("Made on", "Fait le"),
        ["lastUsedAt"] = PortfolioWords.LastUsed,
        ["revokedAt"] = new("Revoked on", "Révoqué le"),
        ["issuedBy"] = PortfolioWords.IssuedBy,
        ["endedAt"] = new("Ended on", "Terminé le"),
        ["userAgent"] = new("Device", "Appareil"),
        ["purpose"] = new("Purpose", "Objet"),
        ["administrator"] = PeopleWords.AdministratorHelp,
        ["locked"] = PeopleWords.LockedHelp,
        ["policy.reviewRequired"] = PortfolioWords.ReviewRequired,
        ["policy.reviewDays"] = PortfolioWords.ReviewDays,
        ["policy.capacityBuildingTarget"] = PortfolioWords.Target,
        ["policy.evaluationCeiling"] = PortfolioWords.Ceiling,
        ["policy.nearBand"] = PortfolioWords.NearBand,
        ["policy.spreadTerritories"] = PortfolioWords.Spread,
    };

    /// <summary>What a field is called; its last part's words, else its own name with blanks.</summary>
    public static Text Of(string field) =>
        Known.GetValueOrDefault(field)
        ?? Known.GetValueOrDefault(Index().Replace(field, "").Split('.')[^1])
        ?? Text.Same(Words().Replace(field.Split('.')[^1], " $1").ToLowerInvariant());

    /// <summary>A sentence of the product with the names of fields in words.</summary>
    public static string Mend(string sentence, IReadOnlyList<Fault> faults, Language language)
    {
        // Names of fields begin small; a fault may also name what is wrong by its own code or name, which stays as it is.
        foreach (var field in faults.Select(f => f.Field).Where(f => f.Length > 0 && char.IsLower(f[0])).Distinct())
            sentence = Regex.Replace(
                sentence,
                $@"(?<![\w.]){Regex.Escape(field)}(?![\w.\[])",
                Of(field).In(language).Replace("$", "$$"),
                RegexOptions.None,
                TimeSpan.FromSeconds(1)
            );
        return sentence;
    }

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Index();

    [GeneratedRegex("([A-Z])")]
    private static partial Regex Words();
}
