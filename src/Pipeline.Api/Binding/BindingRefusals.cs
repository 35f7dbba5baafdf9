using Pipeline.Domain.Common;

namespace Pipeline.Api.Binding;

/// <summary>What is wrong with the shape of a request.</summary>
internal static class BindingRefusals
{
    /// <summary>What is said of a parameter whichever way it is wrong: text, name and what is expected.</summary>
    public static readonly Text QueryValue = new(
        "'{0}' is not what {1} takes; expected: {2}.",
        "« {0} » n'est pas ce que {1} attend ; attendu : {2}."
    );

    public static readonly Refusal InvalidId = Refusal.Invalid(
        "invalid_id",
        new("{0} is not what is expected here: a UUID.", "{0} n'est pas ce qui est attendu ici : un UUID."),
        "A UUID is expected."
    );

    public static readonly Refusal InvalidInstant = Refusal.Invalid(
        "invalid_instant",
        new(
            "{0} is not what is expected here: an instant as 2026-01-31T12:00:00Z.",
            "{0} n'est pas ce qui est attendu ici : un instant comme 2026-01-31T12:00:00Z."
        ),
        "An instant as 2026-01-31T12:00:00Z is expected."
    );

    public static readonly Refusal InvalidBoolean = Refusal.Invalid(
        "invalid_boolean",
        new(
            "{0} is not what is expected here: true or false.",
            "{0} n'est pas ce qui est attendu ici : true ou false."
        ),
        "true or false is expected."
    );

    public static readonly Refusal InvalidText = CommonRefusals.InvalidText.Saying(
        new("{0} is not what is expected here: a text.", "{0} n'est pas ce qui est attendu ici : un texte.")
    );

    public static readonly Refusal InvalidList = Refusal.Invalid(
        "invalid_list",
        new("{0} is not what is expected here: a list.", "{0} n'est pas ce qui est attendu ici : une liste."),
        "A list is expected."
    );

    public static readonly Refusal InvalidObject = Refusal.Invalid(
        "invalid_object",
        new("{0} is not what is expected here: an object.", "{0} n'est pas ce qui est attendu ici : un objet."),
        "An object is expected."
    );

    public static readonly Refusal InvalidWholeNumber = CommonRefusals.InvalidNumber.Saying(
        new(
            "{0} is not what is expected here: a whole number.",
            "{0} n'est pas ce qui est attendu ici : un nombre entier."
        )
    );

    public static readonly Refusal TooManyDigits = CommonRefusals.InvalidNumber.Saying(
        new(
            "{0} has more digits than can be kept exactly: 28 at most.",
            "{0} a plus de chiffres qu'on ne peut en garder exactement : 28 au plus."
        )
    );

    public static readonly Refusal InvalidAmount = MoneyRefusals.InvalidAmount.Saying(
        new(
            "{0} is not what is expected here: a number, or money as {{ \"amount\": 1250.50, \"currency\": \"EUR\" }}.",
            "{0} n'est pas ce qui est attendu ici : un nombre, ou un montant comme {{ \"amount\": 1250.50, \"currency\": \"EUR\" }}."
        )
    );

    public static readonly Refusal InvalidCursor = CommonRefusals.InvalidNumber.Saying(
        new(
            "after is '{0}'; the next of a reply is expected.",
            "after vaut « {0} » ; le next d'une réponse est attendu."
        )
    );

    public static readonly Refusal OutOfRange = CommonRefusals.TooEarly.Saying(
        new("{0} is '{1}'; {2} to {3} is expected.", "{0} vaut « {1} » ; {2} à {3} est attendu.")
    );

    public static readonly Refusal NullValue = CommonRefusals.Required.Saying(
        new("A value is required, null is none.", "Une valeur est obligatoire, null n'en est pas une.")
    );

    public static readonly Refusal UnknownField = CommonRefusals.UnknownField;

    public static readonly Refusal NoFields = UnknownField.Saying(
        new("There is no field '{0}' here: none is taken.", "Il n'y a pas de champ « {0} » ici : aucun n'est attendu.")
    );

    /// <summary>A field that nobody asks for.</summary>
    /// <param name="name">As it was sent.</param>
    /// <param name="known">Those that are taken, if any.</param>
    public static Refusal UnknownFieldOf(string name, IReadOnlyCollection<string> known) =>
        known.Count == 0 ? NoFields.With(name) : UnknownField.With(name, string.Join(", ", known));

    public static readonly Refusal UnknownParameter = Refusal.Invalid(
        "unknown_parameter",
        new(
            "There is no parameter '{0}' here. Did you mean {1}? Known are {2}.",
            "Il n'y a pas de paramètre « {0} » ici. Vouliez-vous dire {1} ? Sont connus {2}."
        ),
        "There is no such query parameter here."
    );

    public static readonly Refusal NoParameters = UnknownParameter.Saying(
        new(
            "There is no parameter '{0}' here: none is taken.",
            "Il n'y a pas de paramètre « {0} » ici : aucun n'est attendu."
        )
    );

    public static readonly Refusal TextLength = CommonRefusals.TooLong.Saying(
        new("{0} has {1} characters; {2}.", "{0} compte {1} caractères ; {2}.")
    );

    public static readonly Refusal TooManyEntries = CommonRefusals.TooMany.Saying(
        new("{0} has {1} entries; at most {2}.", "{0} compte {1} entrées ; au plus {2}.")
    );

    public static readonly Refusal TooFewEntries = CommonRefusals.Required.Saying(
        new("{0} needs at least {1} entry.", "{0} demande au moins {1} entrée.")
    );

    public static readonly Refusal NumberOutOfRange = CommonRefusals.TooEarly.Saying(
        new("{0} is {1}; {2} to {3} is expected.", "{0} vaut {1} ; {2} à {3} est attendu.")
    );

    public static readonly Refusal PercentOutOfRange = CommonRefusals.TooEarly.Saying(
        new(
            "{0} is a percentage: 0 to 100, two decimals at most.",
            "{0} est un pourcentage : de 0 à 100, deux décimales au plus."
        )
    );

    public static readonly Refusal WholeExpected = CommonRefusals.InvalidNumber.Saying(
        new(
            "{0} is not what is expected here: a whole number.",
            "{0} n'est pas ce qui est attendu ici : un nombre entier."
        )
    );

    public static readonly Refusal InvalidForm = Refusal.Invalid(
        "invalid_form",
        new("{0} does not have the form {1}.", "{0} n'a pas la forme {1}."),
        "The text does not have the form that is expected."
    );

    public static readonly Refusal UnknownValue = CommonRefusals.UnknownCode.Saying(
        new("{0} is not known here; known are {1}.", "{0} est inconnu ici ; sont connus {1}.")
    );

    public static readonly Refusal PortfolioRequired = CommonRefusals.Required.Saying(
        new("Say which portfolio this is of.", "Dites de quel portefeuille il s'agit.")
    );

    public static readonly Refusal FileRequired = CommonRefusals.Required.Saying(
        new("A part named 'file' is expected.", "Une partie nommée « file » est attendue.")
    );

    public static readonly Refusal FileWithoutName = CommonRefusals.Required.Saying(
        new(
            "The part 'file' came without a file name, so that it is no file: send it with one.",
            "La partie « file » est venue sans nom de fichier, et n'est donc pas un fichier : envoyez-la avec un nom."
        )
    );

    public static readonly Refusal TooManyFiles = Refusal.Invalid(
        "too_many_files",
        new("One file at a time is taken.", "Un seul fichier à la fois est accepté.")
    );

    public static readonly Refusal UnknownLanguage = Refusal.Invalid(
        "unknown_language",
        new("'{0}' is no language here: en or fr.", "« {0} » n'est pas une langue d'ici : en ou fr."),
        "The language is en or fr."
    );

    public static readonly Refusal InvalidIdempotencyKey = InvalidId.Saying(
        new("{0} is '{1}'; a UUID is expected.", "{0} vaut « {1} » ; un UUID est attendu.")
    );

    public static readonly Refusal IdempotencyKeyReused = Refusal.Invalid(
        "idempotency_key_reused",
        new(
            "This Idempotency-Key came with another request before: use a new key for a new request.",
            "Cette Idempotency-Key accompagnait déjà une autre requête : une nouvelle requête demande une nouvelle clé."
        ),
        "This Idempotency-Key came with another request before."
    );
}
