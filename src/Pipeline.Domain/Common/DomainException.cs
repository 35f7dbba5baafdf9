namespace Pipeline.Domain.Common;

/// <summary>One thing that is wrong with what was sent, and where.</summary>
/// <param name="Field">The field's path as the caller wrote it, for example <c>lines[2].amount</c>.</param>
/// <param name="Code">Stable code, for example <c>required</c>.</param>
/// <param name="Message">What is wrong and what is expected.</param>
public sealed record Fault(string Field, string Code, Text Message);

/// <summary>
/// The one family of refusals. The code is stable and public; the API maps each member to one status, in one place.
/// </summary>
public abstract class DomainException(string code, Text message, IReadOnlyList<Fault>? faults = null)
    : Exception(message.En)
{
    /// <summary>Stable code, snake case, for example <c>transition_not_permitted</c>.</summary>
    public string Code { get; } = code;

    /// <summary>What was refused and what would be accepted, in both languages.</summary>
    public Text Sentence { get; } = message;

    /// <summary>Every single fault, never only the first; empty when the sentence says it all.</summary>
    public IReadOnlyList<Fault> Faults { get; } = faults ?? [];
}

/// <summary>A value that can never be right (422).</summary>
public sealed class InvalidValueException(string code, Text message, IReadOnlyList<Fault>? faults = null)
    : DomainException(code, message, faults)
{
    /// <summary>One invalid field.</summary>
    public static InvalidValueException Of(string field, string code, Text message) =>
        new(code, message, [new Fault(field, code, message)]);

    /// <summary>Several invalid fields; the code is the first one's when all agree, else <c>invalid_values</c>.</summary>
    public static InvalidValueException Of(IReadOnlyList<Fault> faults) =>
        faults.Select(f => f.Code).Distinct().Count() == 1
            ? new(faults[0].Code, faults[0].Message, faults)
            : new(
                "invalid_values",
                new("Some values are not valid; see errors.", "Certaines valeurs ne sont pas valables ; voir errors."),
                faults
            );
}

/// <summary>A rule of the field says no, as things stand now (409).</summary>
public sealed class RefusedException(string code, Text message, IReadOnlyList<Fault>? faults = null)
    : DomainException(code, message, faults);

/// <summary>Nobody has signed in (401).</summary>
public sealed class UnauthenticatedException()
    : DomainException(
        "unauthenticated",
        new(
            "Sign in first: send a bearer token from POST /api/v1/auth/login.",
            "Connectez-vous d'abord : envoyez un jeton obtenu par POST /api/v1/auth/login."
        )
    );

/// <summary>In scope, but not this person's to do (403).</summary>
public sealed class ForbiddenException(string code, Text message) : DomainException(code, message);

/// <summary>Absent, or out of the caller's scope, which must read the same (404).</summary>
public sealed class NotFoundException(Text message) : DomainException("not_found", message)
{
    /// <summary>A resource of this kind does not exist for the caller.</summary>
    public static NotFoundException Of(string english, string french) =>
        new(new($"No such {english}.", $"Aucun élément de ce type : {french}."));
}

/// <summary>The caller's copy is older than what is stored (412).</summary>
public sealed class StaleException()
    : DomainException(
        "stale",
        new(
            "The resource has changed since you read it: read it again and send its current ETag in If-Match.",
            "La ressource a changé depuis votre lecture : relisez-la et envoyez son ETag actuel dans If-Match."
        )
    );
