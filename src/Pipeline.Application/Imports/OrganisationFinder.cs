using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Organisations;
using Pipeline.Domain.Reference;

namespace Pipeline.Application.Imports;

/// <summary>Finds organisations of a file again: by identifier, and else by exact name; those that nobody knows yet are new.</summary>
internal sealed class OrganisationFinder
{
    private readonly Dictionary<OrganisationIdentifier, Guid> _byIdentifier = [];
    private readonly Dictionary<string, Guid> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, string> _names = [];
    private readonly List<Organisation> _new = [];

    /// <summary>How many were new.</summary>
    public int Created { get; private set; }

    public static async Task<OrganisationFinder> ReadAsync(IPipelineDb db, CancellationToken cancellationToken)
    {
        var finder = new OrganisationFinder();
        var known = await db
            .Organisations.AsNoTracking()
            .Select(o => new
            {
                o.Id,
                o.Name,
                o.IdentifierScheme,
                o.IdentifierId,
            })
            .ToListAsync(cancellationToken);
        // The first of a name is the oldest: ids begin with their time, by which not every database sorts them.
        foreach (var o in known.OrderBy(o => o.Id))
        {
            finder._byName.TryAdd(o.Name, o.Id);
            finder._names[o.Id] = o.Name;
            if (o.IdentifierScheme is not null)
                finder._byIdentifier[new(o.IdentifierScheme, o.IdentifierId!)] = o.Id;
        }
        return finder;
    }

    /// <summary>The organisation's id, of a new one where there is none.</summary>
    /// <param name="named">As the file names it.</param>
    /// <param name="current">Who it was taken for at an earlier import: of several with one name that one stays.</param>
    /// <param name="profile">Of a new one.</param>
    /// <param name="now">Of a new one.</param>
    public Guid Find(NamedOrganisation named, Guid? current, ActorProfile profile, DateTimeOffset now)
    {
        var identifier = IdentifierOf(named);
        if (identifier is not null && _byIdentifier.TryGetValue(identifier, out var id))
            return id;
        // A name is only a name: where the file has an identifier, an organisation of that name without it is somebody else.
        if (identifier is null && current is { } same && _names.GetValueOrDefault(same) == named.Name)
            return same;
        if (identifier is null && _byName.TryGetValue(named.Name, out id))
            return id;

        var organisation = new Organisation(named.Name, profile, identifier, named.Country, now);
        _new.Add(organisation);
        Created++;
        if (identifier is not null)
            _byIdentifier[identifier] = organisation.Id;
        _byName.TryAdd(organisation.Name, organisation.Id);
        _names[organisation.Id] = organisation.Name;
        return organisation.Id;
    }

    /// <summary>The organisation with exactly this name; null where there is none.</summary>
    public Guid? Named(string name) => _byName.TryGetValue(name, out var id) ? id : null;

    /// <summary>Whether a file means this organisation: by identifier, and else by exact name.</summary>
    public bool Means(NamedOrganisation named, Guid organisation) =>
        IdentifierOf(named) is { } identifier
            ? _byIdentifier.TryGetValue(identifier, out var id) && id == organisation
            : _names.GetValueOrDefault(organisation) == named.Name;

    private static OrganisationIdentifier? IdentifierOf(NamedOrganisation named) =>
        named.Identifier is { } full ? OrganisationIdentifier.Parse(full)?.Checked() : null;

    /// <summary>Those that were new since the last call.</summary>
    public IReadOnlyList<Organisation> TakeNew()
    {
        var taken = _new.ToList();
        _new.Clear();
        return taken;
    }
}
