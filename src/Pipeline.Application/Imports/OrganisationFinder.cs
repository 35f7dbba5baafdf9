using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Imports;
using Pipeline.Domain.Organisations;
using Pipeline.Domain.Reference;

namespace Pipeline.Application.Imports;

/// <summary>Finds organisations of a file again: by identifier, and else by exact name; those that nobody knows yet are new.</summary>
internal sealed class OrganisationFinder
{
    private readonly Dictionary<OrganisationIdentifier, Guid> _byIdentifier = [];
    private readonly Dictionary<string, Guid> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, string> _names = [];
    private readonly Dictionary<Guid, string> _identifiers = [];
    private readonly Dictionary<Guid, Guid> _merged = [];
    private readonly HashSet<(Guid Body, string Name)> _called = [];
    private readonly List<Organisation> _new = [];
    private readonly List<(Organisation Organisation, OrganisationIdentifier? Identifier, bool IsFirstOfName)> _ofRow =
    [];
    private readonly HashSet<string> _homonyms = new(StringComparer.Ordinal);
    private readonly HashSet<(Guid, string)> _toldNames = [];
    private readonly List<(Guid, string)> _toldOfRow = [];

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
                o.MergedIntoId,
                o.FormerName,
            })
            .ToListAsync(cancellationToken);
        // The first of a name is the one that was there first: an id begins with its time, which not every database orders by.
        foreach (var o in known.OrderBy(o => o.Id))
        {
            if (o.MergedIntoId is { } body)
                finder._merged[o.Id] = body;
            finder.Name(o.FormerName ?? o.Name, o.Id);
            finder._called.Add((finder.Body(o.Id), o.FormerName ?? o.Name));
            finder._names[o.Id] = o.Name;
            if (o.IdentifierScheme is null)
                continue;
            var identifier = new OrganisationIdentifier(o.IdentifierScheme, o.IdentifierId!);
            finder._byIdentifier.TryAdd(identifier.Canonical(), o.Id);
            finder._identifiers[o.Id] = identifier.Full;
        }
        // A name that was mended in the directory is still what earlier files say.
        var renamed = await db
            .FormerVersions.AsNoTracking()
            .Where(v => v.Kind == FormerVersion.Organisation)
            .Select(v => new { v.SubjectId, v.Fields })
            .ToListAsync(cancellationToken);
        foreach (var version in renamed)
            if (JsonNode.Parse(version.Fields)?["name"]?.GetValue<string>() is { } name)
                finder._called.Add((finder.Body(version.SubjectId), name));
        return finder;
    }

    /// <summary>The row was taken: its organisations stay.</summary>
    public void EndRow()
    {
        _ofRow.Clear();
        _toldOfRow.Clear();
    }

    /// <summary>The row was refused: the organisations that only it named are not new any more, and what was to be told of it goes with it.</summary>
    public void TakeBackRow()
    {
        _toldNames.ExceptWith(_toldOfRow);
        foreach (var (organisation, identifier, isFirstOfName) in _ofRow)
        {
            _new.Remove(organisation);
            _names.Remove(organisation.Id);
            _identifiers.Remove(organisation.Id);
            _called.Remove((organisation.Id, organisation.Name));
            if (identifier is not null)
                _byIdentifier.Remove(identifier);
            if (isFirstOfName)
                _byName.Remove(organisation.Name);
            Created--;
        }
        EndRow();
    }

    /// <summary>The organisation's id, of a new one where there is none.</summary>
    /// <param name="named">As the file names it.</param>
    /// <param name="current">Who it was taken for at an earlier import: of several with one name that one stays.</param>
    /// <param name="profile">Of a new one.</param>
    /// <param name="now">Of a new one.</param>
    public Guid Find(NamedOrganisation named, Guid? current, ActorProfile profile, DateTimeOffset now)
    {
        var identifier = IdentifierOf(named);
        if (identifier is not null && _byIdentifier.TryGetValue(identifier.Canonical(), out var id))
            return current is { } known && Body(known) == Body(id) ? known : Body(id);
        // A name is only a name: where the file has an identifier, an organisation of that name without it is somebody else.
        if (identifier is null && current is { } same && _called.Contains((Body(same), named.Name)))
            return same;
        if (identifier is null && _byName.TryGetValue(named.Name, out id))
            return Body(id);

        var organisation = new Organisation(named.Name, profile, identifier, named.Country, size: null, now);
        _new.Add(organisation);
        Created++;
        if (identifier is not null)
            (_byIdentifier[identifier.Canonical()], _identifiers[organisation.Id]) = (organisation.Id, identifier.Full);
        var isFirst = Name(organisation.Name, organisation.Id);
        _names[organisation.Id] = organisation.Name;
        _called.Add((organisation.Id, organisation.Name));
        _ofRow.Add((organisation, identifier?.Canonical(), isFirst));
        return organisation.Id;
    }

    /// <summary>What an organisation is called that was found by its identifier under another name; null where the names agree, once for each pair.</summary>
    public string? OtherNameOf(NamedOrganisation named, Guid id)
    {
        if (
            named.Identifier is null
            || _called.Contains((Body(id), named.Name))
            || Same(_names[id]) == Same(named.Name)
        )
            return null;
        return IsToldNow(id, named.Name) ? _names[id] : null;
    }

    /// <summary>Whether an organisation was found by a name alone that others have, too: the first of them was taken. Once for each name.</summary>
    /// <param name="named">As the file names it.</param>
    /// <param name="current">Who it was taken for at an earlier import: that one stays, which is no choice.</param>
    /// <param name="id">Who was found.</param>
    public bool IsOneOfSeveral(NamedOrganisation named, Guid? current, Guid id) =>
        named.Identifier is null && id != current && _homonyms.Contains(named.Name) && IsToldNow(id, named.Name);

    /// <summary>An organisation's identifier as the file writes it; null where the directory has the same.</summary>
    public WrittenIdentifier? WrittenOf(NamedOrganisation named, Guid id)
    {
        var known = _identifiers.GetValueOrDefault(id);
        return named.Written is { } written && written != known ? new(id, known, written) : null;
    }

    /// <summary>The organisation with exactly this name; null where there is none.</summary>
    public Guid? Named(string name) => _byName.TryGetValue(name, out var id) ? Body(id) : null;

    /// <summary>Whether a file means this organisation: by identifier, and else by exact name.</summary>
    public bool Means(NamedOrganisation named, Guid organisation) =>
        IdentifierOf(named) is { } identifier
            ? _byIdentifier.TryGetValue(identifier.Canonical(), out var id) && Body(id) == Body(organisation)
            : _called.Contains((Body(organisation), named.Name));

    // What is said of a name is said once, and again where the row that said it is taken back.
    private bool IsToldNow(Guid id, string name)
    {
        if (!_toldNames.Add((id, name)))
            return false;
        _toldOfRow.Add((id, name));
        return true;
    }

    // The first that has a name is found by it.
    private bool Name(string name, Guid id)
    {
        if (_byName.TryAdd(name, id))
            return true;
        if (Body(_byName[name]) != Body(id))
            _homonyms.Add(name);
        return false;
    }

    // The entry that stays of the body that an entry is of.
    private Guid Body(Guid id) => _merged.GetValueOrDefault(id, id);

    private static OrganisationIdentifier? IdentifierOf(NamedOrganisation named) =>
        named.Identifier is { } full ? OrganisationIdentifier.Parse(full)?.Checked() : null;

    // Case, accents and signs make no other body.
    private static string Same(string name) => string.Concat(Folded.Of(name).Where(char.IsLetterOrDigit));

    /// <summary>Those that were new since the last call, but for the ones of a row that is not taken yet.</summary>
    public IReadOnlyList<Organisation> TakeNew()
    {
        var taken = _new.Where(o => !_ofRow.Exists(r => r.Organisation == o)).ToList();
        _new.RemoveAll(taken.Contains);
        return taken;
    }
}
