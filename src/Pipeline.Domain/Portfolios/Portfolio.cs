using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Projects.Events;

namespace Pipeline.Domain.Portfolios;

/// <summary>The investments of one investor organisation, in one currency, under one policy.</summary>
public sealed class Portfolio : AggregateRoot
{
    private readonly List<PortfolioMember> _members = [];

    private Portfolio() { }

    /// <summary>A new portfolio.</summary>
    /// <exception cref="InvalidValueException"><c>required</c>, <c>too_long</c>, <c>invalid_currency</c>, or what <see cref="LifecyclePolicy.Checked"/> refuses.</exception>
    public Portfolio(
        string code,
        string name,
        Guid organisationId,
        string currency,
        LifecyclePolicy policy,
        DateTimeOffset now
    )
    {
        Id = Guid.CreateVersion7(now);
        Code = Guard.Required(code, "code", Limits.Code);
        Currency = Money.CurrencyOf(currency, "currency");
        Name = Guard.Required(name, "name", Limits.Name);
        OrganisationId = organisationId;
        Policy = policy.Checked();
    }

    /// <summary>Unique in the instance, never changed.</summary>
    public string Code { get; private init; } = "";

    /// <summary>Shown to people.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The investor.</summary>
    public Guid OrganisationId { get; private set; }

    /// <summary>ISO 4217; fixed, since ledgers are kept in it.</summary>
    public string Currency { get; private init; } = "";

    /// <summary>Review, thresholds and severities.</summary>
    public LifecyclePolicy Policy { get; private set; } = LifecyclePolicy.Default;

    /// <summary>Who may do what here.</summary>
    public IReadOnlyCollection<PortfolioMember> Members => _members;

    /// <summary>Changes what may change.</summary>
    public void Describe(string name, Guid organisationId, LifecyclePolicy policy)
    {
        Name = Guard.Required(name, "name", Limits.Name);
        OrganisationId = organisationId;
        Policy = policy.Checked();
        Touch();
    }

    /// <summary>Gives somebody a role, in place of the one they had; the one they have already is no change.</summary>
    public void SetMember(Guid userId, PortfolioRole role, DateTimeOffset now)
    {
        var member = _members.Find(m => m.UserId == userId);
        if (member?.Role == role)
            return;
        if (member is not null)
            member.Role = role;
        else
        {
            _members.Add(new PortfolioMember(Id, userId, role));
            Raise(new MemberAdded(now, userId, Codes.Of(role)) { PortfolioId = Id });
        }
        Touch();
    }

    /// <summary>Takes a role away.</summary>
    /// <returns>Whether there was one.</returns>
    public bool RemoveMember(Guid userId)
    {
        var removed = _members.RemoveAll(m => m.UserId == userId) > 0;
        if (removed)
            Touch();
        return removed;
    }
}
