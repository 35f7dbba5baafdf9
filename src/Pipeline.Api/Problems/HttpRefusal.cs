using Microsoft.AspNetCore.WebUtilities;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Problems;

/// <summary>A refusal with its status: one that only HTTP knows, or one of the domain as it goes out.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">Stable, for programs.</param>
/// <param name="Sentence">For people; with placeholders as in <see cref="Refusal.Sentence"/>.</param>
/// <param name="Meaning">What the code means wherever it is used, for the API's document.</param>
internal sealed record HttpRefusal(int Status, string Code, Text Sentence, string Meaning)
{
    /// <summary>The sentence says what the code means.</summary>
    public HttpRefusal(int status, string code, Text sentence)
        : this(status, code, sentence, sentence.En) { }

    /// <summary>The one place where kinds become statuses.</summary>
    public static HttpRefusal Of(Refusal refusal) =>
        new(
            refusal.Kind switch
            {
                RefusalKind.Refused => StatusCodes.Status409Conflict,
                RefusalKind.Unauthenticated => StatusCodes.Status401Unauthorized,
                RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
                RefusalKind.NotFound => StatusCodes.Status404NotFound,
                RefusalKind.Stale => StatusCodes.Status412PreconditionFailed,
                RefusalKind.Unconditional => StatusCodes.Status428PreconditionRequired,
                RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
                _ => StatusCodes.Status422UnprocessableEntity,
            },
            refusal.Code,
            refusal.Sentence,
            refusal.Meaning
        );

    /// <summary>What the framework says by a bare status.</summary>
    public static HttpRefusal Of(int status) =>
        HttpRefusals.OfStatus.GetValueOrDefault(status)
        ?? new(status, $"http_{status}", Text.Same(ReasonPhrases.GetReasonPhrase(status)));

    /// <summary>The same code in words that fit another place.</summary>
    public HttpRefusal Saying(Text sentence) => this with { Sentence = sentence };

    /// <summary>The sentence with its figures and names.</summary>
    public HttpRefusal With(params object?[] values) => this with { Sentence = Sentence.With(values) };

    /// <summary>To be thrown.</summary>
    /// <param name="retryAfter">When it is worth while to try again.</param>
    public HttpProblemException Exception(TimeSpan? retryAfter = null) => new(this, retryAfter);
}
