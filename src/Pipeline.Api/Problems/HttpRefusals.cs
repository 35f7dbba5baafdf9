using Pipeline.Domain.Common;

namespace Pipeline.Api.Problems;

/// <summary>What only HTTP knows: unreadable bodies, missing headers, limits, and what goes wrong on our side.</summary>
internal static class HttpRefusals
{
    public static readonly HttpRefusal Unreadable = new(
        400,
        "unreadable",
        new("The request cannot be read.", "La requête est illisible."),
        "The body is no valid JSON, or no readable form; or If-Match has what is no ETag."
    );

    public static readonly HttpRefusal BrokenJson = Unreadable.Saying(
        new(
            "The body is no valid JSON: line {0}, position {1}.",
            "Le corps n'est pas du JSON valable : ligne {0}, position {1}."
        )
    );

    public static readonly HttpRefusal NameTwice = Unreadable.Saying(
        new("A name stands twice in the body.", "Un nom figure deux fois dans le corps.")
    );

    public static readonly HttpRefusal NotUtf8 = Unreadable.Saying(
        new("The body is not in UTF-8.", "Le corps n'est pas en UTF-8.")
    );

    public static readonly HttpRefusal NamelessField = Unreadable.Saying(
        new("A field's name is no text.", "Le nom d'un champ n'est pas un texte.")
    );

    public static readonly HttpRefusal BrokenForm = Unreadable.Saying(
        new("The multipart body cannot be read.", "Le corps multipart est illisible.")
    );

    public static readonly HttpRefusal BrokenTags = Unreadable.Saying(
        new(
            "If-Match cannot be read: '{0}'. Expected is * or up to {1} ETags as they were sent, each in double quotes.",
            "If-Match est illisible : « {0} ». Attendu : * ou jusqu'à {1} ETags tels qu'envoyés, chacun entre guillemets doubles."
        )
    );

    public static readonly HttpRefusal FormExpired = Unreadable.Saying(
        new(
            "This form is of another session, from before somebody signed in or out: load its page again and send it then.",
            "Ce formulaire est d'une autre session, d'avant une connexion ou une déconnexion : rechargez sa page, puis envoyez-le."
        )
    );

    public static readonly HttpRefusal Forbidden = new(
        403,
        "forbidden",
        new("You are not permitted to do this.", "Vous n'êtes pas autorisé à le faire.")
    );

    public static readonly HttpRefusal NothingHere = HttpRefusal
        .Of(CommonRefusals.NotFound)
        .Saying(new("There is nothing here.", "Il n'y a rien ici."));

    public static readonly HttpRefusal MethodNotAllowed = new(
        405,
        "method_not_allowed",
        new("This address does not take this method.", "Cette adresse n'accepte pas cette méthode.")
    );

    public static readonly HttpRefusal RangeBeyondEnd = new(
        416,
        "range_not_satisfiable",
        new(
            "The file has no bytes in the range that was asked for.",
            "Le fichier n'a aucun octet dans l'intervalle demandé."
        )
    );

    public static readonly HttpRefusal TooSlow = new(
        408,
        "too_slow",
        new("The request arrives too slowly.", "La requête arrive trop lentement.")
    );

    public static readonly HttpRefusal Busy = new(
        409,
        "busy",
        new("Others write to the same place: try again.", "D'autres écrivent au même endroit : réessayez.")
    );

    public static readonly HttpRefusal TooLarge = new(
        413,
        "too_large",
        new("The request is too large.", "La requête est trop volumineuse.")
    );

    public static readonly HttpRefusal UnsupportedMediaType = new(
        415,
        "unsupported_media_type",
        new(
            "This media type is not taken here: send application/json, or multipart/form-data for files.",
            "Ce type de contenu n'est pas accepté ici : envoyez application/json, ou multipart/form-data pour les fichiers."
        )
    );

    public static readonly HttpRefusal IfMatchRequired = HttpRefusal.Of(CommonRefusals.VersionRequired);

    public static readonly HttpRefusal TooManyRequests = new(
        429,
        "too_many_requests",
        new("Too many attempts: wait and try again.", "Trop de tentatives : patientez et réessayez.")
    );

    public static readonly HttpRefusal InternalError = new(
        500,
        "internal_error",
        new(
            "Something went wrong on our side; the trace id helps to find out what.",
            "Une erreur est survenue de notre côté ; l'identifiant de trace aide à la trouver."
        )
    );

    public static readonly HttpRefusal TimedOut = new(
        503,
        "timed_out",
        new(
            "This took too long and was given up: try again. A form, or whatever carries a key of its own, is done once.",
            "L'opération a pris trop de temps et a été abandonnée : réessayez. Un formulaire, ou une requête munie de sa clé, n'est exécuté qu'une fois."
        ),
        "This took too long and was given up: under an Idempotency-Key it can be sent again safely."
    );

    public static readonly HttpRefusal AtCapacity = new(
        503,
        "at_capacity",
        new(
            "Too many files are being made or read at once: wait and try again.",
            "Trop de fichiers sont produits ou lus à la fois : patientez et réessayez."
        )
    );

    public static readonly HttpRefusal DatabaseAway = new(
        503,
        "database_unavailable",
        new(
            "The database does not answer at present: try again. A form, or whatever carries a key of its own, is done once.",
            "La base de données ne répond pas actuellement : réessayez. Un formulaire, ou une requête munie de sa clé, n'est exécuté qu'une fois."
        ),
        "The database does not answer, is read-only, full or busy: under an Idempotency-Key this can be sent again safely."
    );

    public static readonly HttpRefusal DatabaseReadOnly = DatabaseAway.Saying(
        new(
            "The database is read-only at present: what is there can be read, nothing can be written.",
            "La base de données est actuellement en lecture seule : tout peut être lu, rien ne peut être écrit."
        )
    );

    public static readonly HttpRefusal DatabaseFull = DatabaseAway.Saying(
        new(
            "The database is full: what is there can be read, nothing can be written.",
            "La base de données est pleine : tout peut être lu, rien ne peut être écrit."
        )
    );

    public static readonly HttpRefusal DatabaseBusy = DatabaseAway.Saying(
        new(
            "The database is busy: try again. A form, or whatever carries a key of its own, is done once.",
            "La base de données est occupée : réessayez. Un formulaire, ou une requête munie de sa clé, n'est exécuté qu'une fois."
        )
    );

    // What the framework answers by a status alone.
    public static readonly IReadOnlyDictionary<int, HttpRefusal> OfStatus = new[]
    {
        Unreadable,
        HttpRefusal.Of(CommonRefusals.Unauthenticated),
        Forbidden,
        NothingHere,
        MethodNotAllowed,
        TooSlow,
        HttpRefusal.Of(CommonRefusals.Stale),
        TooLarge,
        UnsupportedMediaType,
        RangeBeyondEnd,
        TooManyRequests,
        InternalError,
        TimedOut,
    }.ToDictionary(r => r.Status);
}
