namespace Pipeline.Domain.Common;

/// <summary>One thing that is wrong with what was sent, and where.</summary>
/// <param name="Field">The field's path as the caller wrote it, for example <c>lines[2].amount</c>.</param>
/// <param name="Code">Stable code, for example <c>required</c>.</param>
/// <param name="Message">What is wrong and what is expected.</param>
public sealed record Fault(string Field, string Code, Text Message);

/// <summary>A declared <see cref="Common.Refusal"/> on its way to the caller; each kind has a type of its own, so that it can be caught.</summary>
public abstract class DomainException : Exception
{
    private protected DomainException(Refusal refusal, IReadOnlyList<Fault>? faults = null)
        : base(refusal.Sentence.En) => (Refusal, Faults) = (refusal, faults ?? []);

    /// <summary>What was declared, its sentence filled.</summary>
    public Refusal Refusal { get; }

    /// <summary>Stable code, snake case, for example <c>transition_not_permitted</c>.</summary>
    public string Code => Refusal.Code;

    /// <summary>What was refused and what would be accepted, in both languages.</summary>
    public Text Sentence => Refusal.Sentence;

    /// <summary>Every single fault, never only the first; empty when the sentence says it all.</summary>
    public IReadOnlyList<Fault> Faults { get; }
}

/// <summary><see cref="RefusalKind.Invalid"/>.</summary>
public sealed class InvalidValueException : DomainException
{
    internal InvalidValueException(Refusal refusal, IReadOnlyList<Fault>? faults)
        : base(refusal, faults) { }

    /// <summary>Several invalid fields; the code is the first one's when all agree, else <c>invalid_values</c>.</summary>
    public static InvalidValueException Of(IReadOnlyList<Fault> faults) =>
        new(
            faults.Select(f => f.Code).Distinct().Count() == 1
                ? Refusal.Invalid(faults[0].Code, faults[0].Message)
                : CommonRefusals.InvalidValues,
            faults
        );
}

/// <summary><see cref="RefusalKind.Refused"/>.</summary>
public sealed class RefusedException : DomainException
{
    internal RefusedException(Refusal refusal, IReadOnlyList<Fault>? faults)
        : base(refusal, faults) { }
}

/// <summary><see cref="RefusalKind.Unauthenticated"/>.</summary>
public sealed class UnauthenticatedException : DomainException
{
    internal UnauthenticatedException(Refusal refusal)
        : base(refusal) { }
}

/// <summary><see cref="RefusalKind.Forbidden"/>.</summary>
public sealed class ForbiddenException : DomainException
{
    internal ForbiddenException(Refusal refusal)
        : base(refusal) { }
}

/// <summary><see cref="RefusalKind.NotFound"/>.</summary>
public sealed class NotFoundException : DomainException
{
    internal NotFoundException(Refusal refusal)
        : base(refusal) { }

    /// <summary>A resource of this kind does not exist for the caller.</summary>
    public static NotFoundException Of(string english, string french) =>
        new(CommonRefusals.NotFound.With(new Text(english, french)));
}

/// <summary><see cref="RefusalKind.Stale"/>.</summary>
public sealed class StaleException : DomainException
{
    internal StaleException(Refusal refusal)
        : base(refusal) { }
}
