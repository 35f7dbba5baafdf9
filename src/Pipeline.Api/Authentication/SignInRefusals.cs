using Pipeline.Api.Problems;
using Pipeline.Application.Access;

namespace Pipeline.Api.Authentication;

/// <summary>Why no session is opened or renewed.</summary>
internal static class SignInRefusals
{
    public static readonly HttpRefusal InvalidCredentials = new(
        401,
        "invalid_credentials",
        new("E-mail or password is wrong.", "L'adresse électronique ou le mot de passe est erroné.")
    );

    public static readonly HttpRefusal InvalidRefreshToken = new(
        401,
        "invalid_refresh_token",
        new(
            "The refresh token is not valid any more: sign in again.",
            "Le jeton de renouvellement n'est plus valable : reconnectez-vous."
        )
    );

    public static readonly HttpRefusal NotBegun = new(
        400,
        "sign_in_not_begun",
        new(
            "The page that began this sign-in did not say by which secret it ends, or wants it to end at an address that is not listed here.",
            "La page à l'origine de cette connexion n'a pas dit par quel secret elle s'achève, ou veut qu'elle s'achève à une adresse non déclarée ici."
        ),
        "The page that began the sign-in through the provider gave no challenge, or a return address that is not listed."
    );

    public static readonly HttpRefusal CodeNotValid = new(
        401,
        "sign_in_code_not_valid",
        new(
            "This sign-in is not valid, or not any more: begin again.",
            "Cette connexion n'est pas valable, ou ne l'est plus : recommencez."
        ),
        "The code is not valid, or not any more, or the secret is another one's: expired, used and unknown ones are told alike."
    );

    public static readonly HttpRefusal Declined = new(
        401,
        "sign_in_declined",
        new("The sign-in was declined at the provider.", "La connexion a été refusée chez le fournisseur.")
    );

    public static readonly HttpRefusal Failed = new(
        401,
        "sign_in_failed",
        new(
            "The provider did not sign you in, or its answer cannot be used: begin again.",
            "Le fournisseur ne vous a pas connecté, ou sa réponse est inutilisable : recommencez."
        ),
        "The provider did not sign the person in, or its answer cannot be used."
    );

    public static readonly HttpRefusal SingleSignOnOff = new(
        404,
        "single_sign_on_off",
        new("Nobody signs in through a provider here.", "Personne ne se connecte ici par un fournisseur.")
    );

    /// <summary>What the way through the provider can end with, for the page that says so.</summary>
    public static readonly IReadOnlyList<HttpRefusal> OfProvider =
    [
        NotBegun,
        CodeNotValid,
        Declined,
        Failed,
        HttpRefusal.Of(AccountRefusals.AccountUnknown),
        HttpRefusal.Of(AccountRefusals.EmailNotVerified),
        HttpRefusal.Of(AccountRefusals.LinkedOtherwise),
        HttpRefusal.Of(AccountRefusals.AccountLocked),
    ];
}
