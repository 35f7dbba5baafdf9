using Pipeline.Domain.Common;

namespace Pipeline.Domain.Portfolios;

/// <summary>A machine's way into one portfolio: a spreadsheet's, a script's. It stands for a role there and for nothing anywhere else.</summary>
public sealed class ApiKey : AggregateRoot
{
    /// <summary>What every key begins with, so that a leaked one is recognised for what it is.</summary>
    public const string Prefix = "pl_";

    /// <summary>How long a key lives where nothing is said.</summary>
    public const int DefaultDays = 90;

    private ApiKey() { }

    /// <summary>A new key.</summary>
    /// <param name="expiresAt">Later than now, in a year at the latest; <see cref="DefaultDays"/> where left out.</param>
    /// <param name="secretHash">The hash of what was shown once.</param>
    /// <exception cref="InvalidValueException"><c>required</c>, <c>too_long</c>, <c>out_of_range</c>.</exception>
    public ApiKey(
        Guid portfolioId,
        string name,
        ApiKeyAccess access,
        DateTimeOffset? expiresAt,
        string secretHash,
        Guid issuedBy,
        DateTimeOffset now
    )
    {
        Id = Guid.CreateVersion7(now);
        PortfolioId = portfolioId;
        Name = Guard.Required(name, "name", Limits.Name);
        Access = access;
        ExpiresAt = expiresAt ?? now.AddDays(DefaultDays);
        if (ExpiresAt <= now || ExpiresAt > now.AddYears(1))
            throw PortfolioRefusals.ExpiryOutOfRange.At("expiresAt");
        SecretHash = secretHash;
        IssuedBy = issuedBy;
        CreatedAt = now;
    }

    /// <summary>Where it opens.</summary>
    public Guid PortfolioId { get; private init; }

    /// <summary>What it is for, in the words of whoever issued it.</summary>
    public string Name { get; private init; } = "";

    /// <summary>Reading, or recording too.</summary>
    public ApiKeyAccess Access { get; private init; }

    /// <summary>SHA-256 of the key: the key itself is kept nowhere.</summary>
    public string SecretHash { get; private init; } = "";

    /// <summary>Who issued it.</summary>
    public Guid IssuedBy { get; private init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Until when it works (UTC).</summary>
    public DateTimeOffset ExpiresAt { get; private init; }

    /// <summary>When it was last used (UTC), coarsely; null for never.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    /// <summary>When it was revoked (UTC); null while it was not.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>The role that it stands for. Never manager: a key decides nothing, and gives nobody access.</summary>
    public static PortfolioRole RoleOf(ApiKeyAccess access) =>
        access == ApiKeyAccess.Write ? PortfolioRole.Finance : PortfolioRole.Investor;

    /// <summary>Ends it for good.</summary>
    public void Revoke(DateTimeOffset now)
    {
        RevokedAt ??= now;
        Touch();
    }

    /// <summary>Notes that it was used. No change that anybody waits for: the version stays.</summary>
    public void NoteUse(DateTimeOffset at) => LastUsedAt = at;
}
