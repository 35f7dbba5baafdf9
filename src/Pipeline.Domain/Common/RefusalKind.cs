namespace Pipeline.Domain.Common;

/// <summary>What a refusal is about; the API maps each kind to one status, in one place.</summary>
public enum RefusalKind
{
    /// <summary>A value that can never be right (422).</summary>
    Invalid,

    /// <summary>A rule of the field says no, as things stand now (409).</summary>
    Refused,

    /// <summary>The caller is not signed in (401).</summary>
    Unauthenticated,

    /// <summary>In scope, but not for this caller to do (403).</summary>
    Forbidden,

    /// <summary>Absent, or out of the caller's scope, which must read the same (404).</summary>
    NotFound,

    /// <summary>The caller's copy is older than what is stored (412).</summary>
    Stale,

    /// <summary>Something would be replaced, and the caller does not say which version of it was read (428).</summary>
    Unconditional,

    /// <summary>More than is taken at once (413).</summary>
    TooLarge,
}
