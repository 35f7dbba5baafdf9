using Microsoft.AspNetCore.Identity;
using Pipeline.Application.Access;
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
        Refused(password ?? "", email ?? "") is { } refusal ? throw refusal.At(field) : password!;

    /// <summary>The framework's own door behind it, for whatever would come another way.</summary>
    public Task<IdentityResult> ValidateAsync(UserManager<PipelineUser> manager, PipelineUser user, string? password) =>
        Task.FromResult(
            Refused(password ?? "", user.Email ?? "") is { } refusal
                ? IdentityResult.Failed(new IdentityError { Code = refusal.Code, Description = refusal.Sentence.En })
                : IdentityResult.Success
        );

    private static Refusal? Refused(string password, string email) =>
        password.Length < MinLength ? PasswordRefusals.WeakPassword.With(MinLength)
        : password.Length > MaxLength ? PasswordRefusals.PasswordTooLong.With(MaxLength)
        : CommonPasswords.Contains(password) ? PasswordRefusals.CommonPassword
        : IsPersonal(password, email) ? PasswordRefusals.PersonalPassword
        : null;

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
