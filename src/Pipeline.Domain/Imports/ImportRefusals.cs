using Pipeline.Domain.Common;

namespace Pipeline.Domain.Imports;

/// <summary>What imports and mappings refuse.</summary>
public static class ImportRefusals
{
    public static readonly Refusal AlreadyReversed = Refusal.Refused(
        "import_reversed",
        new("The import was taken back already.", "L'import a déjà été annulé.")
    );

    public static readonly Refusal BuiltUpon = Refusal.Refused(
        "import_built_upon",
        new(
            "Other work stands on {0} of the projects that this import made or changed; each is named with what was done.",
            "D'autres travaux reposent sur {0} des projets que cet import a créés ou modifiés ; chacun est nommé, avec ce qui a été fait."
        ),
        "Other work stands on what the import made or changed; errors lists it."
    );

    public static readonly Refusal NotReversible = Refusal.Refused(
        "import_not_reversible",
        new(
            "An import of the portfolio's own workbook is not taken back as a whole: edit what it changed.",
            "Un import du classeur du portefeuille ne s'annule pas d'un bloc : corrigez ce qu'il a changé."
        ),
        "An import of the portfolio's own workbook is not taken back as a whole."
    );

    public static readonly Refusal BuiltInMapping = Refusal.Refused(
        "mapping_built_in",
        new(
            "'{0}' is built in and stays as it is: choose another name.",
            "« {0} » est intégrée et reste telle quelle : choisissez un autre nom."
        ),
        "The mapping is built in and stays as it is."
    );

    public static readonly Refusal UnknownMapping = Refusal.Invalid(
        "unknown_mapping",
        new("There is no mapping '{0}'; there are {1}.", "Il n'y a pas de correspondance « {0} » ; il y a {1}."),
        "The portfolio has no mapping of this name."
    );

    public static readonly Refusal UnknownFieldNear = CommonRefusals.UnknownField.Saying(
        new(
            "There is no field '{0}'; the nearest is '{1}'.",
            "Il n'y a pas de champ « {0} » ; le plus proche est « {1} »."
        )
    );

    public static readonly Refusal MappedTwice = CommonRefusals.Duplicate.Saying(
        new(
            "Two headings, or a heading and a constant, give the field '{0}'.",
            "Deux intitulés, ou un intitulé et une constante, donnent le champ « {0} »."
        )
    );

    public static readonly Refusal UnknownEncoding = Refusal.Invalid(
        "unknown_encoding",
        new("'{0}' is no encoding here; there are {1}.", "« {0} » n'est pas un encodage d'ici ; il y a {1}."),
        "The encoding is not known here."
    );

    public static readonly Refusal InvalidDateForm = CommonRefusals.UnknownCode.Saying(
        new(
            "'{0}' is no form of a date: day, month and year each once, as dd/MM/yyyy.",
            "« {0} » n'est pas une forme de date : jour, mois et année une fois chacun, comme jj/mm/aaaa."
        )
    );

    public static readonly Refusal InvalidDecimalSign = CommonRefusals.UnknownCode.Saying(
        new(
            "'{0}' is no decimal sign: a point or a comma.",
            "« {0} » n'est pas un signe décimal : un point ou une virgule."
        )
    );

    public static readonly Refusal HeadingRowOutOfRange = CommonRefusals.TooEarly.Saying(
        new(
            "The row of the headings is {0}; rows count from 1.",
            "La ligne des intitulés vaut {0} ; les lignes se comptent à partir de 1."
        )
    );
}
