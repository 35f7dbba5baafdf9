using Pipeline.Application.Progress;
using Pipeline.Domain.Common;
using Pipeline.Domain.Support;

namespace Pipeline.Infrastructure.Files.Tables.Modules;

/// <summary>Periods that reports are owed on, and what became of them.</summary>
internal static class ProgressRegister
{
    /// <summary>Its columns.</summary>
    public static readonly Register<ProgressRow> Register = new(
        "Progress",
        new("Progress", "Avancement"),
        [
            Columns.Project<ProgressRow>(r => r.ProjectCode),
            Columns.ProjectName<ProgressRow>(r => r.ProjectName),
            new(
                "startsOn",
                new("Period from", "Période du"),
                new("Its first day.", "Son premier jour."),
                CellKind.Date,
                12,
                r => r.StartsOn
            ),
            new(
                "period",
                new("Period to", "Période au"),
                new("Its last day, which it goes by.", "Son dernier jour, qui la désigne."),
                CellKind.Date,
                12,
                r => r.Period
            ),
            new(
                "dueOn",
                new("Wanted by", "Attendu le"),
                new("By which day the report is wanted.", "Pour quel jour le compte rendu est attendu."),
                CellKind.Date,
                12,
                r => r.DueOn
            ),
            new(
                "state",
                new("State", "État"),
                new("How the period stands on the day of the workbook.", "L'état de la période au jour du classeur."),
                CellKind.Text,
                14,
                r => r.State
            ),
            new(
                "daysLate",
                new("Days late", "Jours de retard"),
                new(
                    "Days since it was wanted; 0 unless it is late.",
                    "Jours depuis qu'il était attendu ; 0 sans retard."
                ),
                CellKind.Whole,
                11,
                r => r.DaysLate
            ),
            new(
                "submittedOn",
                new("Submitted", "Remis le"),
                new("When it was last submitted.", "Quand il a été remis pour la dernière fois."),
                CellKind.Date,
                12,
                r => r.SubmittedOn
            ),
            new(
                "decidedOn",
                new("Answered", "Répondu le"),
                new("When that was answered, or the period excused.", "Date de la réponse, ou de la dispense."),
                CellKind.Date,
                12,
                r => r.DecidedOn
            ),
            new(
                "reason",
                new("Reason", "Motif"),
                new("Of the answer, or of the excuse.", "De la réponse, ou de la dispense."),
                CellKind.Text,
                40,
                r => r.Reason
            ),
            new(
                "used",
                new("Used", "Utilisé"),
                new("Spent in the period, as last submitted.", "Dépensé pendant la période, selon la dernière remise."),
                CellKind.Money,
                16,
                r => r.UsedCents
            ),
            new(
                "delivered",
                new("Delivered", "Versé"),
                new("Delivered in the period, as the ledger says.", "Versé pendant la période, selon le registre."),
                CellKind.Money,
                16,
                r => r.DeliveredCents
            ),
            new(
                "readings",
                new("Indicators", "Indicateurs"),
                new(
                    "How many indicators the report says something of, as last submitted; once it is accepted they are on their own sheet.",
                    "Combien d'indicateurs le compte rendu renseigne, selon la dernière remise ; une fois accepté, ils sont sur leur propre feuille."
                ),
                CellKind.Whole,
                12,
                r => r.Readings
            ),
            Columns.ProjectId<ProgressRow>(r => r.ProjectId),
            new(
                "sections",
                new("Report", "Compte rendu"),
                new(
                    "Its sections as last submitted, one a line.",
                    "Ses rubriques selon la dernière remise, une par ligne."
                ),
                CellKind.Text,
                70,
                r => r.Sections
            ),
            .. Levers.All.Select(lever => new Column<ProgressRow>(
                $"used.{Codes.Of(lever)}",
                new Text("Used: {0}", "Utilisé : {0}").With(Labels.Of(lever)),
                new("Of what is used, as last submitted.", "Part de l'utilisé, selon la dernière remise."),
                CellKind.Money,
                // Two lines of a heading have to hold the longest name.
                Math.Max(18, Labels.Of(lever).Fr.Length / 2 + 4),
                r => r.UsedByLever.TryGetValue(lever, out var cents) ? cents : null
            )),
        ]
    );
}
