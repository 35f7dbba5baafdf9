namespace Pipeline.Domain.Common;

/// <summary>
/// A refusal as data: declared once, beside what refuses, thrown from there and documented from there (docs/adr/0016).
/// </summary>
/// <param name="Kind">Which status it becomes.</param>
/// <param name="Code">Stable and public, snake case, for example <c>transition_not_permitted</c>.</param>
/// <param name="Sentence">
/// What was refused and what would be accepted. What only the moment knows stands in it as <c>{0}</c>, <c>{1}</c> and is filled by
/// <see cref="With"/>.
/// </param>
/// <param name="Meaning">What the code means wherever it is used, for the API's document.</param>
public sealed record Refusal(RefusalKind Kind, string Code, Text Sentence, string Meaning)
{
    /// <summary>A value that can never be right.</summary>
    /// <param name="meaning">Of the code in general; the sentence where that says it all.</param>
    public static Refusal Invalid(string code, Text sentence, string? meaning = null) =>
        new(RefusalKind.Invalid, code, sentence, meaning ?? sentence.En);

    /// <summary>A rule of the field says no, as things stand now.</summary>
    /// <inheritdoc cref="Invalid" path="/param"/>
    public static Refusal Refused(string code, Text sentence, string? meaning = null) =>
        new(RefusalKind.Refused, code, sentence, meaning ?? sentence.En);

    /// <summary>In scope, but not for this caller to do.</summary>
    /// <inheritdoc cref="Invalid" path="/param"/>
    public static Refusal Forbidden(string code, Text sentence, string? meaning = null) =>
        new(RefusalKind.Forbidden, code, sentence, meaning ?? sentence.En);

    /// <summary>The same code in words that fit another place.</summary>
    public Refusal Saying(Text sentence) => this with { Sentence = sentence };

    /// <summary>The same code where it is of another kind.</summary>
    public Refusal As(RefusalKind kind) => this with { Kind = kind };

    /// <summary>The sentence with its figures and names.</summary>
    /// <param name="values">In the order of the placeholders; a <see cref="Text"/> stands in each sentence in its language.</param>
    public Refusal With(params object?[] values) => this with { Sentence = Sentence.With(values) };

    /// <summary>To be thrown.</summary>
    /// <param name="faults">Every single fault; empty where the sentence says it all.</param>
    public DomainException Exception(IReadOnlyList<Fault>? faults = null) =>
        Kind switch
        {
            RefusalKind.Refused => new RefusedException(this, faults),
            RefusalKind.Unauthenticated => new UnauthenticatedException(this),
            RefusalKind.Forbidden => new ForbiddenException(this),
            RefusalKind.NotFound => new NotFoundException(this),
            RefusalKind.Stale => new StaleException(this),
            _ => new InvalidValueException(this, faults),
        };

    /// <summary>To be thrown of one field.</summary>
    /// <param name="field">Its path as the caller wrote it.</param>
    public DomainException At(string field) => Exception([On(field)]);

    /// <summary>One fault among others.</summary>
    /// <inheritdoc cref="At" path="/param"/>
    public Fault On(string field) => new(field, Code, Sentence);
}
