using Pipeline.Application.Economics;

namespace Pipeline.Infrastructure.Files.Tables.Modules;

/// <summary>Current and target pictures of socio-economic models.</summary>
internal static class EconomicsRegister
{
    /// <summary>Its columns.</summary>
    public static readonly Register<EconomicsRow> Register = new(
        "Economics",
        new("Economics", "Modèle économique"),
        [
            Columns.Project<EconomicsRow>(r => r.ProjectCode),
            Columns.ProjectName<EconomicsRow>(r => r.ProjectName),
            new(
                "picture",
                new("Picture", "Tableau"),
                new("How it lives, or is to live.", "Comment il vit, ou doit vivre."),
                CellKind.Text,
                12,
                r => r.Picture
            ),
            new(
                "asOf",
                new("As of", "Au"),
                new("The day that it shows.", "Le jour montré."),
                CellKind.Date,
                12,
                r => r.AsOf
            ),
            new(
                "kind",
                new("Model", "Modèle"),
                new("Research and development, or operator.", "Recherche et développement, ou opérateur."),
                CellKind.Text,
                26,
                r => r.Kind
            ),
            new(
                "public",
                new("Public", "Public"),
                new("In a year.", "Par an."),
                CellKind.Money,
                16,
                r => r.PublicCents
            ),
            new(
                "private",
                new("Private", "Privé"),
                new("Sponsors and foundations, in a year.", "Mécénat et fondations, par an."),
                CellKind.Money,
                16,
                r => r.PrivateCents
            ),
            new(
                "earned",
                new("Earned income", "Revenus d'activité"),
                new("In a year.", "Par an."),
                CellKind.Money,
                16,
                r => r.EarnedCents
            ),
            new("other", new("Other", "Autre"), new("In a year.", "Par an."), CellKind.Money, 16, r => r.OtherCents),
            new(
                "total",
                new("All resources", "Ressources"),
                new("In a year.", "Par an."),
                CellKind.Money,
                16,
                r => r.TotalCents
            ),
            new(
                "salaried",
                new("Salaried (FTE)", "Salariés (ETP)"),
                new("Full-time equivalents.", "Équivalents temps plein."),
                CellKind.Number,
                12,
                r => r.Salaried
            ),
            new(
                "volunteers",
                new("Volunteers (FTE)", "Bénévoles (ETP)"),
                new("Full-time equivalents.", "Équivalents temps plein."),
                CellKind.Number,
                12,
                r => r.Volunteers
            ),
            new(
                "civicService",
                new("Civic service (FTE)", "Service civique (ETP)"),
                new("Full-time equivalents.", "Équivalents temps plein."),
                CellKind.Number,
                12,
                r => r.CivicService
            ),
            new(
                "skillsSponsorship",
                new("Skills sponsorship (FTE)", "Mécénat de compétences (ETP)"),
                new("Full-time equivalents.", "Équivalents temps plein."),
                CellKind.Number,
                20,
                r => r.SkillsSponsorship
            ),
            new(
                "alliances",
                new("Alliances", "Alliances"),
                new("That it rests on.", "Sur lesquelles il repose."),
                CellKind.Whole,
                10,
                r => r.Alliances
            ),
            new(
                "territories",
                new("Territories", "Territoires"),
                new("Where it acts.", "Où il agit."),
                CellKind.Whole,
                11,
                r => r.Territories
            ),
            new(
                "beneficiaries",
                new("Beneficiaries", "Bénéficiaires"),
                new("Whom it reaches in a year.", "Ceux qu'il atteint en un an."),
                CellKind.Whole,
                13,
                r => r.Beneficiaries
            ),
            new(
                "yearlyCost",
                new("Yearly cost", "Coût annuel"),
                new("At that size.", "À cette taille."),
                CellKind.Money,
                16,
                r => r.YearlyCostCents
            ),
            new(
                "milestones",
                new("Milestones", "Jalons"),
                new("On the way to the target.", "Sur le chemin de la cible."),
                CellKind.Whole,
                11,
                r => r.Milestones
            ),
            new(
                "milestonesDone",
                new("Milestones reached", "Jalons atteints"),
                new("By the day.", "Ce jour."),
                CellKind.Whole,
                11,
                r => r.MilestonesDone
            ),
            new(
                "nextMilestone",
                new("Next milestone", "Prochain jalon"),
                new("The first that is not reached.", "Le premier qui n'est pas atteint."),
                CellKind.Date,
                12,
                r => r.NextMilestone
            ),
            new(
                "remarks",
                new("Remarks", "Remarques"),
                new("What the balance gives cause to say.", "Ce que l'équilibre appelle à dire."),
                CellKind.Text,
                50,
                r => r.Remarks
            ),
            Columns.ProjectId<EconomicsRow>(r => r.ProjectId),
            new(
                "resources",
                new("Resources by name", "Ressources nommées"),
                new("Those that have a name, one a line.", "Celles qui ont un nom, une par ligne."),
                CellKind.Text,
                50,
                r => r.Resources
            ),
            new(
                "trajectory",
                new("Trajectory", "Trajectoire"),
                new("Milestones with their days, one a line.", "Les jalons et leurs jours, un par ligne."),
                CellKind.Text,
                60,
                r => r.Trajectory
            ),
        ]
    );
}
