using Pipeline.Domain.Common;
using Pipeline.Domain.Reference;

namespace Pipeline.Domain.Organisations;

/// <summary>An organisation's public identifier, in the form of the org-id register: a list and a number in it.</summary>
/// <param name="Scheme">The list, for example <c>GB-CHC</c>, <c>FR-SIRET</c>, <c>360G</c>.</param>
/// <param name="Id">The number there.</param>
public sealed record OrganisationIdentifier(string Scheme, string Id)
{
    /// <summary>As files write it, for example <c>GB-CHC-1070468</c>.</summary>
    public string Full => $"{Scheme}-{Id}";

    /// <summary>Takes a full identifier apart: two letters of a country belong to the list's name, as in <c>GB-CHC</c>.</summary>
    /// <returns>Null when it has no list in front.</returns>
    public static OrganisationIdentifier? Parse(string full)
    {
        var first = full.IndexOf('-', StringComparison.Ordinal);
        if (first < 1)
            return null;
        var second = first == 2 ? full.IndexOf('-', first + 1) : -1;
        var cut = second > 0 && second < full.Length - 1 ? second : first;
        return cut < full.Length - 1 ? new(full[..cut], full[(cut + 1)..]) : null;
    }

    /// <summary>Trimmed and within the limits.</summary>
    public OrganisationIdentifier Checked() =>
        new(Guard.Required(Scheme, "identifier.scheme", Limits.Code), Guard.Required(Id, "identifier.id", Limits.Code));
}

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
        DateTimeOffset now
    )
    {
        Id = Guid.CreateVersion7(now);
        Set(name, actorProfile, identifier, country);
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

    /// <summary>Name folded for search and order: see <see cref="Folded"/>.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>The identifier; null when it has none.</summary>
    public OrganisationIdentifier? Identifier => IdentifierScheme is null ? null : new(IdentifierScheme, IdentifierId!);

    /// <summary>Changes the public facts.</summary>
    public void Describe(string name, ActorProfile actorProfile, OrganisationIdentifier? identifier, string? country)
    {
        Set(name, actorProfile, identifier, country);
        Touch();
    }

    private void Set(string name, ActorProfile actorProfile, OrganisationIdentifier? identifier, string? country)
    {
        Name = Guard.Required(name, "name", Limits.Name);
        NameKey = Folded.KeyOf(Name, "name");
        ActorProfile = actorProfile;
        (IdentifierScheme, IdentifierId) = identifier?.Checked() is { } id ? (id.Scheme, id.Id) : (null, null);
        Country = Guard.Optional(country, "country", Limits.Short);
    }
}
