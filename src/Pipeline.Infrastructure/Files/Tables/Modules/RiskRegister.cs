using Pipeline.Application.Risks;

namespace Pipeline.Infrastructure.Files.Tables.Modules;

/// <summary>Risks of passages, closed ones included.</summary>
internal static class RiskRegister
{
    /// <summary>Its columns.</summary>
    public static readonly Register<RiskRow> Register = new(
        "Risks",
        new("Risks", "Risques"),
        [
            Columns.Project<RiskRow>(r => r.ProjectCode),
            Columns.ProjectName<RiskRow>(r => r.ProjectName),
            new(
                "risk",
                new("Risk", "Risque"),
                new("What can go wrong.", "Ce qui peut mal tourner."),
                CellKind.Text,
                44,
                r => r.Name
            ),
            new(
                "passage",
                new("Passage", "Passage"),
                new("Of which passage it is a risk.", "De quel passage c'est un risque."),
                CellKind.Text,
                24,
                r => r.Passage
            ),
            new(
                "likelihood",
                new("Likelihood", "Probabilité"),
                new("1 to 3.", "De 1 à 3."),
                CellKind.Whole,
                11,
                r => r.Likelihood
            ),
            new(
                "severity",
                new("Severity", "Gravité"),
                new("1 to 3.", "De 1 à 3."),
                CellKind.Whole,
                11,
                r => r.Severity
            ),
            new(
                "weight",
                new("Weight", "Poids"),
                new("Likelihood times severity.", "Probabilité multipliée par gravité."),
                CellKind.Whole,
                9,
                r => r.Weight
            ),
            new(
                "answer",
                new("Answer", "Réponse"),
                new("What is done about it.", "Ce qui est fait."),
                CellKind.Text,
                50,
                r => r.Answer
            ),
            new(
                "ownerFunction",
                new("Seen to by", "Suivi par"),
                new("A function, not a person.", "Une fonction, non une personne."),
                CellKind.Text,
                24,
                r => r.OwnerFunction
            ),
            new(
                "lever",
                new("Lever", "Levier"),
                new("The lever that helps.", "Le levier qui aide."),
                CellKind.Text,
                26,
                r => r.Lever
            ),
            new(
                "closedOn",
                new("Closed", "Clos le"),
                new("When it had ceased to be one.", "Quand il a cessé d'en être un."),
                CellKind.Date,
                12,
                r => r.ClosedOn
            ),
            new("id", new("Id", "Id"), new("Of the risk.", "Du risque."), CellKind.Text, 38, r => r.Id.ToString()),
            Columns.ProjectId<RiskRow>(r => r.ProjectId),
            new(
                "alliance",
                new("Alliance", "Alliance"),
                new("That helps.", "Qui aide."),
                CellKind.Text,
                34,
                r => r.Alliance
            ),
        ]
    );
}
