using Pipeline.Domain.Common;

namespace Pipeline.Domain.Observatory;

/// <summary>What a file of observations is refused for.</summary>
public static class ObservationRefusals
{
    public static readonly Refusal UnknownHeading = Refusal.Invalid(
        "unknown_heading",
        new("The heading '{0}' is not known here: {1}.", "L'intitulé « {0} » est inconnu ici : {1}."),
        "A heading is not known."
    );

    public static readonly Refusal InvalidNumber = CommonRefusals.InvalidNumber.Saying(
        new(
            "'{0}' is no number: digits with one decimal sign are expected, for example 12.5.",
            "« {0} » n'est pas un nombre : des chiffres avec un seul signe décimal sont attendus, par exemple 12,5."
        )
    );

    public static readonly Refusal MixedDecimalSigns = Refusal.Invalid(
        "mixed_decimal_signs",
        new(
            "'{0}' has another decimal sign than row {1}: one sign is expected in a file.",
            "« {0} » n'a pas le même signe décimal que la ligne {1} : un seul signe est attendu par fichier."
        ),
        "The file mixes decimal signs."
    );

    public static readonly Refusal SeveralSheets = Refusal.Invalid(
        "several_sheets",
        new(
            "The workbook has something on several sheets, hidden ones included ({0}): one table is expected.",
            "Le classeur a du contenu sur plusieurs feuilles, masquées comprises ({0}) : un seul tableau est attendu."
        ),
        "Several sheets of the workbook have something on them."
    );

    public static readonly Refusal PerhapsThousands = InvalidNumber.Saying(
        new(
            "'{0}' may mean thousands, and nothing in the file says otherwise: write thousands without a sign, or one decimal more.",
            "« {0} » peut signifier des milliers, et rien dans le fichier ne dit le contraire : écrivez les milliers sans signe, ou une décimale de plus."
        )
    );

    public static readonly Refusal DuplicateRow = Refusal.Invalid(
        "duplicate_row",
        new(
            "Row {0} has a value of the same region, domain, year, source, viewpoint and unit.",
            "La ligne {0} porte déjà une valeur pour les mêmes région, domaine, année, source, point de vue et unité."
        ),
        "Two rows are of the same thing."
    );

    public static readonly Refusal PercentOutOfRange = CommonRefusals.TooEarly.Saying(
        new("A percentage from 0 to 100 is expected, not {0}.", "Un pourcentage de 0 à 100 est attendu, pas {0}.")
    );

    public static readonly Refusal YearOutOfRange = PercentOutOfRange.Saying(
        new("A year from {0} to {1} is expected, not '{2}'.", "Une année de {0} à {1} est attendue, pas « {2} ».")
    );

    public static readonly Refusal ValueOutOfRange = PercentOutOfRange.Saying(
        new(
            "'{0}' is too large, or has more than nine decimals.",
            "« {0} » est trop grand, ou a plus de neuf décimales."
        )
    );

    public static readonly Refusal CountOutOfRange = PercentOutOfRange.Saying(
        new(
            "A whole number from 1 on is expected, not '{0}'.",
            "Un nombre entier à partir de 1 est attendu, pas « {0} »."
        )
    );
}
