namespace Pipeline.Api.Idempotency;

/// <summary>What an endpoint is sent or answers that must not lie in the database in clear, where Idempotency-Keys keep first answers.</summary>
internal enum Sensitive
{
    /// <summary>The first answer is kept sealed, and the request as a hash that is slow to guess.</summary>
    Encrypted = 1,

    /// <summary>Nothing is kept: a refusal here has to count, which it would not within a key's transaction.</summary>
    NotKept,
}
