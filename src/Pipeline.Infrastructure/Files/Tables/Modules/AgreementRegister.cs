using Pipeline.Application.Agreements;

namespace Pipeline.Infrastructure.Files.Tables.Modules;

/// <summary>Support agreements.</summary>
internal static class AgreementRegister
{
    /// <summary>Its columns.</summary>
    public static readonly Register<AgreementRow> Register = new(
        "Agreements",
        new("Agreements", "Conventions"),
        [
            Columns.Project<AgreementRow>(r => r.ProjectCode),
            Columns.ProjectName<AgreementRow>(r => r.ProjectName),
            new(
                "signedOn",
                new("Signed", "Signée le"),
                new("Day of the signature.", "Jour de la signature."),
                CellKind.Date,
                12,
                r => r.SignedOn
            ),
            new(
                "startsOn",
                new("Starts", "Début"),
                new("First day.", "Premier jour."),
                CellKind.Date,
                12,
                r => r.StartsOn
            ),
            new(
                "endsOn",
                new("Ends", "Fin"),
                new("Last day, inclusive.", "Dernier jour, inclus."),
                CellKind.Date,
                12,
                r => r.EndsOn
            ),
            new(
                "months",
                new("Months", "Mois"),
                new("Whole months; 36 at least are wanted.", "Mois entiers ; il en faut au moins 36."),
                CellKind.Whole,
                9,
                r => r.Months
            ),
            new(
                "objectives",
                new("Objectives", "Objectifs"),
                new("What the support is to bring about.", "Ce que le soutien doit permettre."),
                CellKind.Text,
                50,
                r => r.Objectives
            ),
            new(
                "coBuiltWithGovernanceOn",
                new("Built with governance", "Coconstruite le"),
                new(
                    "Day on which the governance had built the objectives too.",
                    "Jour où la gouvernance a coconstruit les objectifs."
                ),
                CellKind.Date,
                14,
                r => r.CoBuiltWithGovernanceOn
            ),
            new(
                "exitStrategy",
                new("Exit strategy", "Stratégie de sortie"),
                new("How the project goes on without the support.", "Comment le projet continue sans le soutien."),
                CellKind.Text,
                50,
                r => r.ExitStrategy
            ),
            new(
                "exitReviewedOn",
                new("Exit reviewed", "Sortie revue le"),
                new("When both sides last looked at the exit.", "Dernier point sur la sortie."),
                CellKind.Date,
                12,
                r => r.ExitReviewedOn
            ),
            new(
                "reviewEveryMonths",
                new("Review every (months)", "Point tous les (mois)"),
                new("How often both sides meet.", "Fréquence des points."),
                CellKind.Whole,
                12,
                r => r.ReviewEveryMonths
            ),
            new(
                "id",
                new("Id", "Id"),
                new("Of the agreement.", "De la convention."),
                CellKind.Text,
                38,
                r => r.Id.ToString()
            ),
            Columns.ProjectId<AgreementRow>(r => r.ProjectId),
            new(
                "measures",
                new("Measures and days", "Mesures et échéances"),
                new(
                    "A line for each objective: how it is measured, and by which day.",
                    "Une ligne par objectif : comment il se mesure, et pour quel jour."
                ),
                CellKind.Text,
                50,
                r => r.Measures
            ),
        ]
    );
}
