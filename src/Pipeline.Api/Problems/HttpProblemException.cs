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
    public static HttpProblemException TooMany(TimeSpan retryAfter) =>
        new(
            StatusCodes.Status429TooManyRequests,
            "too_many_requests",
            new("Too many attempts: wait and try again.", "Trop de tentatives : patientez et réessayez.")
        )
        {
            RetryAfter = retryAfter,
        };

    /// <summary>503: as many files are made or read as the program does at once, and as many wait.</summary>
    public static HttpProblemException AtCapacity() =>
        new(
            StatusCodes.Status503ServiceUnavailable,
            "at_capacity",
            new(
                "Too many files are being made or read at once: wait and try again.",
                "Trop de fichiers sont produits ou lus à la fois : patientez et réessayez."
            )
        )
        {
            RetryAfter = TimeSpan.FromSeconds(10),
        };
}
