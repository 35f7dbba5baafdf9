namespace Pipeline.Api.Problems;

/// <summary>A refusal that only HTTP knows (<see cref="HttpRefusals"/>) on its way to the caller.</summary>
internal sealed class HttpProblemException(HttpRefusal refusal, TimeSpan? retryAfter) : Exception(refusal.Sentence.En)
{
    /// <summary>What was declared, its sentence filled.</summary>
    public HttpRefusal Refusal { get; } = refusal;

    /// <summary>When it is worth while to try again.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
