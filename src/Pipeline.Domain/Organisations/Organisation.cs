using Pipeline.Domain.Common;
using Pipeline.Domain.Reference;

namespace Pipeline.Domain.Organisations;

/// <summary>An entry of the shared directory: public facts only. Found again by identifier, and else by exact name.</summary>
public sealed class Organisation : AggregateRoot
{
    private Organisation() { }

    /// <summary>A new entry.</summary>
    /// <exception cref="InvalidValueException"><c>required</c>, <c>too_long</c>.</exception>
    public Organisation(
        string name,
        ActorProfile actorProfile,
        OrganisationIdentifier? identifier,
        string? country,
        OrganisationSize? size,
        DateTimeOffset now
    )
    {
        Id = Guid.CreateVersion7(now);
        Set(name, actorProfile, identifier, country, size);
    }

    /// <summary>As the organisation writes it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>One of the ten profiles (ECO).</summary>
    public ActorProfile ActorProfile { get; private set; }

    /// <summary>The identifier's list; null without an identifier.</summary>
    public string? IdentifierScheme { get; private set; }

    /// <summary>The identifier in its list; null without an identifier.</summary>
    public string? IdentifierId { get; private set; }

    /// <summary>As written; may be missing.</summary>
    public string? Country { get; private set; }

    /// <summary>How large it is (ECO); null where nobody has said.</summary>
    public OrganisationSize? Size { get; private set; }

    /// <summary>Name folded for search and order: see <see cref="Folded"/>.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>The record of the same body that stays; null of one that is not merged.</summary>
    public Guid? MergedIntoId { get; private set; }

    /// <summary>What a merged record was called: it is still found by that.</summary>
    public string? FormerName { get; private set; }

    /// <summary>Why it was merged.</summary>
    public string? MergeReason { get; private set; }

    /// <summary>The identifier; null when it has none.</summary>
    public OrganisationIdentifier? Identifier => IdentifierScheme is null ? null : new(IdentifierScheme, IdentifierId!);

    /// <summary>Changes the public facts.</summary>
    public void Describe(
        string name,
        ActorProfile actorProfile,
        OrganisationIdentifier? identifier,
        string? country,
        OrganisationSize? size
    )
    {
        Set(name, actorProfile, identifier, country, size);
        Touch();
    }

    /// <summary>
    /// Says that this record is of the same body as another. What refers to it goes on to do so, and reads as the one that stays; its name and identifier
    /// find that one from then on.
    /// </summary>
    /// <param name="into">The one that stays, itself not merged.</param>
    /// <param name="reason">How one knows.</param>
    /// <exception cref="InvalidValueException"><c>required</c>, <c>too_long</c>.</exception>
    public void MergeInto(Organisation into, string reason)
    {
        ArgumentNullException.ThrowIfNull(into);
        MergeReason = Guard.Required(reason, "reason", Limits.Paragraph);
        FormerName ??= Name;
        // What only this record knew of the body, the one that stays knows from now on.
        if (into.IdentifierScheme is null)
            (into.IdentifierScheme, into.IdentifierId, IdentifierScheme, IdentifierId) = (
                IdentifierScheme,
                IdentifierId,
                null,
                null
            );
        into.Country ??= Country;
        into.Size ??= Size;
        Follow(into);
        // It answers to one more name; and of two that are merged into each other at once, one is told.
        into.Touch();
    }

    /// <summary>A merged record reads as the one that stays.</summary>
    public void Follow(Organisation stays)
    {
        ArgumentNullException.ThrowIfNull(stays);
        (MergedIntoId, Name, ActorProfile, Country, Size) = (
            stays.Id,
            stays.Name,
            stays.ActorProfile,
            stays.Country,
            stays.Size
        );
        Touch();
    }

    private void Set(
        string name,
        ActorProfile actorProfile,
        OrganisationIdentifier? identifier,
        string? country,
        OrganisationSize? size
    )
    {
        Name = Guard.Required(name, "name", Limits.Name);
        NameKey = Folded.Of(Name);
        ActorProfile = actorProfile;
        (IdentifierScheme, IdentifierId) = identifier?.Checked() is { } id ? (id.Scheme, id.Id) : (null, null);
        Country = Guard.Optional(country, "country", Limits.Short);
        Size = size;
    }
}
