using Pipeline.Application.Alliances;

namespace Pipeline.Infrastructure.Files.Tables.Modules;

/// <summary>Alliances that had begun.</summary>
internal static class AllianceRegister
{
    /// <summary>Its columns.</summary>
    public static readonly Register<AllianceRow> Register = new(
        "Alliances",
        new("Alliances", "Alliances"),
        [
            Columns.Project<AllianceRow>(r => r.ProjectCode),
            Columns.ProjectName<AllianceRow>(r => r.ProjectName),
            new(
                "name",
                new("Alliance", "Alliance"),
                new("Name of the alliance.", "Nom de l'alliance."),
                CellKind.Text,
                34,
                r => r.Name
            ),
            new(
                "form",
                new("Form", "Forme"),
                new("How the actors act together.", "Comment les acteurs agissent ensemble."),
                CellKind.Text,
                30,
                r => r.Form
            ),
            new(
                "categories",
                new("Categories", "Catégories"),
                new("One or more: they do not exclude each other.", "Une ou plusieurs : elles ne s'excluent pas."),
                CellKind.Text,
                44,
                r => r.Categories
            ),
            new(
                "kinds",
                new("Kinds", "Modalités"),
                new("What the partners do together.", "Ce que les partenaires font ensemble."),
                CellKind.Text,
                44,
                r => r.Kinds
            ),
            new(
                "startedOn",
                new("Started", "Début"),
                new("First day.", "Premier jour."),
                CellKind.Date,
                12,
                r => r.StartedOn
            ),
            new(
                "endsOn",
                new("Planned end", "Fin prévue"),
                new("As it was planned.", "Telle que prévue."),
                CellKind.Date,
                12,
                r => r.EndsOn
            ),
            new(
                "endedOn",
                new("Ended", "Terminée le"),
                new("Last day, once it is over.", "Dernier jour, une fois terminée."),
                CellKind.Date,
                12,
                r => r.EndedOn
            ),
            new(
                "months",
                new("Months", "Mois"),
                new("Whole months it has lasted.", "Mois entiers écoulés."),
                CellKind.Whole,
                9,
                r => r.Months
            ),
            new(
                "partners",
                new("Partners", "Partenaires"),
                new("Organisations that take part on the day.", "Organisations qui y prennent part ce jour."),
                CellKind.Text,
                50,
                r => r.Partners
            ),
            new(
                "partnerCount",
                new("Number of partners", "Nombre de partenaires"),
                new("On the day.", "Ce jour."),
                CellKind.Whole,
                11,
                r => r.PartnerCount
            ),
            new(
                "doubleImpact",
                new("Double impact", "Double impact"),
                new("Each partner gains, and everybody does.", "Chaque partenaire y gagne, et tous."),
                CellKind.Text,
                12,
                r => Answers.Of(r.DoubleImpact)
            ),
            new(
                "coResponsible",
                new("Co-responsible", "Coresponsable"),
                new(
                    "Vision, asymmetries and governance are written down.",
                    "Vision, asymétries et gouvernance sont écrites."
                ),
                CellKind.Text,
                14,
                r => Answers.Of(r.CoResponsible)
            ),
            new(
                "id",
                new("Id", "Id"),
                new("Of the alliance.", "De l'alliance."),
                CellKind.Text,
                38,
                r => r.Id.ToString()
            ),
            Columns.ProjectId<AllianceRow>(r => r.ProjectId),
            new(
                "objectives",
                new("Objectives", "Objectifs"),
                new(
                    "What each partner wants to bring about, one a line.",
                    "Ce que chaque partenaire veut obtenir, un par ligne."
                ),
                CellKind.Text,
                50,
                r => r.Objectives
            ),
            new(
                "gains",
                new("Gains", "Gains"),
                new("What each partner gains, one a line.", "Ce que chaque partenaire y gagne, un par ligne."),
                CellKind.Text,
                50,
                r => r.Gains
            ),
            new(
                "commonGood",
                new("Common good", "Bien commun"),
                new("What everybody gains, one a line.", "Ce que tous y gagnent, un par ligne."),
                CellKind.Text,
                50,
                r => r.CommonGood
            ),
            new(
                "agreementSignedOn",
                new("Agreement signed on", "Convention signée le"),
                new("Of the agreement between the partners.", "De la convention entre les partenaires."),
                CellKind.Date,
                14,
                r => r.AgreementSignedOn
            ),
            new(
                "trustedThirdParty",
                new("Trusted third party", "Tiers de confiance"),
                new("Who stands between the partners.", "Qui se tient entre les partenaires."),
                CellKind.Text,
                34,
                r => r.TrustedThirdParty
            ),
            new(
                "exitPlan",
                new("Exit plan", "Plan de sortie"),
                new("How a partner can leave.", "Comment un partenaire peut partir."),
                CellKind.Text,
                44,
                r => r.ExitPlan
            ),
        ]
    );
}
