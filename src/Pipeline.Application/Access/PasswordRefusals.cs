using Pipeline.Domain.Common;

namespace Pipeline.Application.Access;

/// <summary>What is no password.</summary>
public static class PasswordRefusals
{
    public static readonly Refusal WeakPassword = Refusal.Invalid(
        "weak_password",
        new("A password has at least {0} characters.", "Un mot de passe compte au moins {0} caractères."),
        "The password has fewer than 12 characters."
    );

    public static readonly Refusal PasswordTooLong = CommonRefusals.TooLong.Saying(
        new("A password has at most {0} characters.", "Un mot de passe compte au plus {0} caractères.")
    );

    public static readonly Refusal CommonPassword = Refusal.Invalid(
        "common_password",
        new(
            "This password is among those that are guessed first: choose another one.",
            "Ce mot de passe est parmi les premiers devinés : choisissez-en un autre."
        ),
        "The password is among those that are guessed first."
    );

    public static readonly Refusal PersonalPassword = Refusal.Invalid(
        "personal_password",
        new(
            "This password is little more than your e-mail address: choose another one.",
            "Ce mot de passe n'est guère plus que votre adresse électronique : choisissez-en un autre."
        ),
        "The password is little more than the person's e-mail address."
    );

    /// <summary>Everything that a new password can get wrong, but for its length at most.</summary>
    public static readonly IReadOnlyList<Refusal> All = [WeakPassword, CommonPassword, PersonalPassword];
}
