namespace Pipeline.Domain.Common;

/// <summary>What every aggregate refuses alike: the checks of <see cref="Guard"/> and <see cref="Link"/>, and what any use case can meet.</summary>
public static class CommonRefusals
{
    public static readonly Refusal InvalidValues = Refusal.Invalid(
        "invalid_values",
        new("Some values are not valid; see errors.", "Certaines valeurs ne sont pas valables ; voir errors."),
        "Several values are not valid, for several reasons; see errors."
    );

    public static readonly Refusal TooEarly = Refusal.Invalid(
        "out_of_range",
        new("{0} is {1}, before the first day that is kept ({2}).", "{0} vaut {1}, avant le premier jour admis ({2})."),
        "The value is beyond its limits."
    );

    public static readonly Refusal TooLate = TooEarly.Saying(
        new("{0} is {1}, after the last day that is kept ({2}).", "{0} vaut {1}, après le dernier jour admis ({2}).")
    );

    public static readonly Refusal BeforeStart = Refusal.Invalid(
        "before_start",
        new("{0} is {1}, before the project's start ({2}).", "{0} vaut {1}, avant le début du projet ({2})."),
        "The date lies before the project's start."
    );

    public static readonly Refusal Unauthenticated = new(
        RefusalKind.Unauthenticated,
        "unauthenticated",
        new(
            "Sign in first: send a bearer token from POST /api/v1/auth/login.",
            "Connectez-vous d'abord : envoyez un jeton obtenu par POST /api/v1/auth/login."
        ),
        "Sign in first: send a bearer token from POST /api/v1/auth/login."
    );

    public static readonly Refusal NotFound = new(
        RefusalKind.NotFound,
        "not_found",
        new("No such {0}.", "Aucun élément de ce type : {0}."),
        "There is no such resource, or it is out of your scope."
    );

    public static readonly Refusal Stale = new(
        RefusalKind.Stale,
        "stale",
        new(
            "The resource has changed since you read it: read it again and send its current ETag in If-Match.",
            "La ressource a changé depuis votre lecture : relisez-la et envoyez son ETag actuel dans If-Match."
        ),
        "The resource has changed since you read it: read it again and send its current ETag in If-Match."
    );

    public static readonly Refusal VersionRequired = new(
        RefusalKind.Unconditional,
        "if_match_required",
        new(
            "Send the ETag of what you read as If-Match, so that nobody's change is lost.",
            "Envoyez dans If-Match l'ETag de ce que vous avez lu, pour qu'aucune modification ne se perde."
        ),
        "Send the ETag of what you read as If-Match, so that nobody's change is lost."
    );

    public static readonly Refusal Required = Refusal.Invalid(
        "required",
        new("{0} is required.", "{0} est obligatoire."),
        "A value is required."
    );

    public static readonly Refusal LinkOrDocument = Required.Saying(
        new(
            "An address, or a document of the project, is required.",
            "Une adresse, ou un document du projet, est obligatoire."
        )
    );

    public static readonly Refusal InvalidText = Refusal.Invalid(
        "invalid_text",
        new(
            "{0} has a character that no text can have (U+{1:X4}).",
            "{0} comporte un caractère qu'aucun texte ne peut avoir (U+{1:X4})."
        ),
        "A text is expected."
    );

    public static readonly Refusal SeveralLines = InvalidText.Saying(
        new("{0} is one line: it has no line ends.", "{0} tient sur une ligne, sans retour à la ligne.")
    );

    public static readonly Refusal TooLong = Refusal.Invalid(
        "too_long",
        new(
            "{0} has {1} characters; at most {2} are accepted.",
            "{0} compte {1} caractères ; {2} au plus sont acceptés."
        ),
        "The text is longer, or shorter, than is accepted."
    );

    public static readonly Refusal TooMany = Refusal.Invalid(
        "too_many",
        new("{0} has {1} entries; at most {2} are accepted.", "{0} compte {1} entrées ; {2} au plus sont acceptées."),
        "The list has more entries than are accepted."
    );

    public static readonly Refusal UnknownField = Refusal.Invalid(
        "unknown_field",
        new("There is no field '{0}' here; known are {1}.", "Il n'y a pas de champ « {0} » ici ; sont connus {1}."),
        "There is no such field here."
    );

    public static readonly Refusal UnknownCode = Refusal.Invalid(
        "unknown_code",
        new("'{0}' is not known here; known are {1}.", "« {0} » est inconnu ici ; sont connus {1}."),
        "The code is not known here."
    );

    public static readonly Refusal DateInFuture = Refusal.Invalid(
        "date_in_future",
        new(
            "{0} is {1}, which is in the future: today ({2}) at the latest.",
            "{0} vaut {1}, dans le futur : aujourd'hui ({2}) au plus tard."
        ),
        "The date lies in the future."
    );

    public static readonly Refusal InvalidLink = Refusal.Invalid(
        "invalid_link",
        new(
            "'{0}' is no link: an absolute http or https address is expected.",
            "« {0} » n'est pas un lien : une adresse absolue http ou https est attendue."
        ),
        "An absolute http or https address is expected."
    );

    public static readonly Refusal Duplicate = Refusal.Invalid(
        "duplicate",
        new("'{0}' is in the list twice.", "« {0} » figure deux fois dans la liste."),
        "The value is in the list twice."
    );

    public static readonly Refusal InvalidDate = Refusal.Invalid(
        "invalid_date",
        new(
            "{0} is not what is expected here: a date as yyyy-MM-dd.",
            "{0} n'est pas ce qui est attendu ici : une date au format aaaa-MM-jj."
        ),
        "A date as yyyy-MM-dd is expected."
    );

    public static readonly Refusal InvalidNumber = Refusal.Invalid(
        "invalid_number",
        new("{0} is not what is expected here: a number.", "{0} n'est pas ce qui est attendu ici : un nombre."),
        "A number is expected."
    );
}
