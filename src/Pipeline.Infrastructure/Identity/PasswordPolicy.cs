using Microsoft.AspNetCore.Identity;
using Pipeline.Domain.Common;

namespace Pipeline.Infrastructure.Identity;

/// <summary>
/// What a password has to be: long, and not one of those that are tried first. There are no rules on its characters: they make a password
/// harder to remember and hardly harder to guess.
/// </summary>
internal sealed class PasswordPolicy : IPasswordValidator<PipelineUser>
{
    /// <summary>In characters.</summary>
    public const int MinLength = 12,
        MaxLength = 200;

    // Shorter ones (jo@, info@) are part of too many honest passwords.
    private const int TellingLength = 4;

    // What has to be there beside the person's own address.
    private const int OwnLength = 8;

    /// <summary>The door for whoever sets a password, with sentences in both languages.</summary>
    /// <exception cref="InvalidValueException"><c>weak_password</c>, <c>too_long</c>, <c>common_password</c>, <c>personal_password</c>.</exception>
    public static string Checked(string? password, string? email, string field = "password") =>
        Fault(password ?? "", email ?? "", field) is { } fault ? throw InvalidValueException.Of([fault]) : password!;

    /// <summary>The framework's own door behind it, for whatever would come another way.</summary>
    public Task<IdentityResult> ValidateAsync(UserManager<PipelineUser> manager, PipelineUser user, string? password) =>
        Task.FromResult(
            Fault(password ?? "", user.Email ?? "", "password") is { } fault
                ? IdentityResult.Failed(new IdentityError { Code = fault.Code, Description = fault.Message.En })
                : IdentityResult.Success
        );

    private static Fault? Fault(string password, string email, string field)
    {
        if (password.Length < MinLength)
            return new(
                field,
                "weak_password",
                new(
                    $"A password has at least {MinLength} characters.",
                    $"Un mot de passe compte au moins {MinLength} caractères."
                )
            );
        if (password.Length > MaxLength)
            return new(
                field,
                "too_long",
                new(
                    $"A password has at most {MaxLength} characters.",
                    $"Un mot de passe compte au plus {MaxLength} caractères."
                )
            );
        if (CommonPasswords.Contains(password))
            return new(
                field,
                "common_password",
                new(
                    "This password is among those that are guessed first: choose another one.",
                    "Ce mot de passe est parmi les premiers devinés : choisissez-en un autre."
                )
            );
        return IsPersonal(password, email)
            ? new(
                field,
                "personal_password",
                new(
                    "This password is little more than your e-mail address: choose another one.",
                    "Ce mot de passe n'est guère plus que votre adresse électronique : choisissez-en un autre."
                )
            )
            : null;
    }

    // The whole address counts as much as the part before the @.
    private static bool IsPersonal(string password, string email)
    {
        var (kept, local) = (Kept(password), Kept(email.Split('@')[0]));
        var own = local.Length == 0 ? kept : kept.Replace(Kept(email), "", StringComparison.Ordinal);
        if (local.Length >= TellingLength)
            own = own.Replace(local, "", StringComparison.Ordinal);
        return own.Length < kept.Length && own.Length < OwnLength;
    }

    private static string Kept(string text) => CommonPasswords.Kept(Folded.Of(text));
}
