using Pipeline.Domain.Common;

namespace Pipeline.Api.Problems;

/// <summary>A refusal that only HTTP knows: an unreadable body, a missing header.</summary>
internal sealed class HttpProblemException(int status, string code, Text sentence) : Exception(sentence.En)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public Text Sentence { get; } = sentence;

    /// <summary>When it is worth while to try again.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>429.</summary>
    public static HttpProblemException TooMany(TimeSpan retryAfter) => new(StatusCodes.Status429TooManyRequests, "too_many_requests", new(
        "Too many attempts: wait and try again.", "Trop de tentatives : patientez et réessayez."))
    { RetryAfter = retryAfter };
}
