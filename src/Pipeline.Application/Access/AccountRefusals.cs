using Pipeline.Domain.Common;

namespace Pipeline.Application.Access;

/// <summary>What accounts and their links refuse.</summary>
public static class AccountRefusals
{
    public static readonly Refusal InvalidEmail = Refusal.Invalid(
        "invalid_email",
        new("'{0}' is no e-mail address.", "« {0} » n'est pas une adresse électronique."),
        "This is no e-mail address."
    );

    public static readonly Refusal AlreadyAccepted = Refusal.Refused(
        "already_accepted",
        new(
            "They have a password already: they can ask for another one themselves.",
            "Cette personne a déjà un mot de passe : elle peut en demander un autre elle-même."
        )
    );

    public static readonly Refusal LinkNotValid = Refusal.Invalid(
        "link_not_valid",
        new(
            "This link is not valid, or not any more: ask for another one.",
            "Ce lien n'est pas valable, ou ne l'est plus : demandez-en un autre."
        ),
        "The link is not valid, or not any more: expired, used and unknown ones are told alike."
    );

    public static readonly Refusal WrongPassword = Refusal.Invalid(
        "wrong_password",
        new(
            "This is not your password, or there were too many attempts.",
            "Ce n'est pas votre mot de passe, ou il y a eu trop de tentatives."
        ),
        "This is not the caller's password, or there were too many attempts."
    );

    public static readonly Refusal AccountLocked = Refusal.Forbidden(
        "account_locked",
        new("An administrator has locked this account.", "Un administrateur a verrouillé ce compte.")
    );

    public static readonly Refusal EmailNotVerified = Refusal.Forbidden(
        "email_not_verified",
        new(
            "The provider has not verified your e-mail address: have it verified there first.",
            "Le fournisseur n'a pas vérifié votre adresse électronique : faites-la d'abord vérifier."
        ),
        "The provider has not verified the e-mail address."
    );

    public static readonly Refusal LinkedOtherwise = Refusal.Forbidden(
        "linked_otherwise",
        new(
            "The account with your address belongs to another account at the provider: ask an administrator.",
            "Le compte à votre adresse est lié à un autre compte chez le fournisseur : adressez-vous à un administrateur."
        ),
        "The account with this address belongs to another account at the provider."
    );

    public static readonly Refusal AccountUnknown = Refusal.Forbidden(
        "account_unknown",
        new(
            "Nobody here has the e-mail address that the provider gives: ask an administrator to add you.",
            "Personne ici n'a l'adresse électronique que donne le fournisseur : demandez à un administrateur de vous ajouter."
        ),
        "Nobody here has the e-mail address that the provider gives."
    );

    public static readonly Refusal EmailTaken = Refusal.Refused(
        "email_taken",
        new("There is a user {0} already.", "Il existe déjà un utilisateur {0}."),
        "There is a user with this e-mail address already."
    );

    public static readonly Refusal EmailFixed = Refusal.Invalid(
        "fixed",
        new(
            "The e-mail address is fixed: {0}. Its owner signs in by it.",
            "L'adresse électronique est fixe : {0}. La personne se connecte avec elle."
        ),
        "The value cannot be changed any more."
    );

    public static readonly Refusal UserAnonymised = Refusal.Refused(
        "user_anonymised",
        new(
            "This person was anonymised: nothing is changed any more.",
            "Cette personne a été anonymisée : plus rien n'est modifié."
        )
    );

    public static readonly Refusal LastAdministrator = Refusal.Refused(
        "last_administrator",
        new("Somebody has to be the administrator.", "Il faut un administrateur.")
    );
}
