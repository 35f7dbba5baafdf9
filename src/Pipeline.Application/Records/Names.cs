using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Organisations;

namespace Pipeline.Application.Records;

/// <summary>Names beside the ids that documents hold.</summary>
public sealed class Names(IPipelineDb db, IUserDirectory users)
{
    /// <summary>Names of organisations.</summary>
    public Task<IReadOnlyDictionary<Guid, string>> OfOrganisationsAsync(
        IEnumerable<Guid?> ids,
        CancellationToken cancellationToken
    ) => OfOrganisationsAsync(ids, then: null, cancellationToken);

    /// <summary>What organisations were called.</summary>
    /// <param name="then">At whose instant; null for now.</param>
    public async Task<IReadOnlyDictionary<Guid, string>> OfOrganisationsAsync(
        IEnumerable<Guid?> ids,
        IKnownThen? then,
        CancellationToken cancellationToken
    )
    {
        var entries = await EntriesAsync(ids.OfType<Guid>(), then, cancellationToken);
        return entries.ToDictionary(o => o.Key, o => o.Value.Name);
    }

    /// <summary>
    /// Who stands behind the entries of the directory that ids stand for: of merged ones the entry that stays (docs/adr/0033). What counts organisations or lists
    /// them one by one does it by this.
    /// </summary>
    /// <param name="then">At whose instant; null for now.</param>
    public async Task<Func<Guid, NamedRef>> BodiesAsync(
        IEnumerable<Guid> ids,
        IKnownThen? then,
        CancellationToken cancellationToken
    )
    {
        var entries = await EntriesAsync(ids, then, cancellationToken);
        return id => entries.TryGetValue(id, out var body) ? body : new(id, "");
    }

    /// <summary>Names of those who recorded something.</summary>
    public async Task<Func<Guid, NamedRef>> OfPeopleAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var names = await users.NamesAsync(ids, cancellationToken);
        return id => new(id, names.GetValueOrDefault(id, ""));
    }

    /// <summary>All entries of the directory that are of the body of one: that one itself, unless it was merged or another one was merged into it.</summary>
    public Task<List<Guid>> EntriesOfBodyAsync(Guid id, CancellationToken cancellationToken) =>
        Organisations.Directory.EntriesOfBody(db, id).ToListAsync(cancellationToken);

    // By the id that was asked for, the body: a merged entry has the name of the one that stays.
    private async Task<IReadOnlyDictionary<Guid, NamedRef>> EntriesAsync(
        IEnumerable<Guid> ids,
        IKnownThen? then,
        CancellationToken cancellationToken
    )
    {
        var wanted = ids.Distinct().Order().ToList();
        if (wanted.Count == 0)
            return new Dictionary<Guid, NamedRef>();
        var former = then is null
            ? FormerFields.None
            : await then.FormerAsync(FormerVersion.Organisation, cancellationToken);
        return await db
            .Organisations.Of(wanted, o => o.Id)
            .Select(o => new
            {
                o.Id,
                o.Name,
                o.MergedIntoId,
            })
            .ToDictionaryAsync(
                o => o.Id,
                o => new NamedRef(
                    former.Of(o.Id, "mergedIntoId", o.MergedIntoId) ?? o.Id,
                    former.Of(o.Id, "name", o.Name)
                ),
                cancellationToken
            );
    }

    /// <summary>Refuses the first organisation that the directory does not have.</summary>
    /// <param name="named">Ids with the fields that hold them.</param>
    /// <exception cref="Domain.Common.InvalidValueException"><c>unknown_organisation</c>.</exception>
    public async Task RequireOrganisationsAsync(
        IEnumerable<(Guid? Id, string Field)> named,
        CancellationToken cancellationToken
    )
    {
        var asked = named.Where(n => n.Id is not null).ToList();
        var known = await OfOrganisationsAsync(asked.Select(n => n.Id), cancellationToken);
        foreach (var (id, field) in asked)
            if (!known.ContainsKey(id!.Value))
                throw OrganisationRefusals.UnknownOrganisation.With(id).At(field);
    }
}

/// <summary>What records need to know of their project.</summary>
internal static class RecordedProject
{
    /// <summary>The name of a project, which has to exist.</summary>
    public static Task<string> ProjectNameAsync(
        this IPipelineDb db,
        Guid projectId,
        CancellationToken cancellationToken
    ) => db.Projects.Where(p => p.Id == projectId).Select(p => p.Name).FirstAsync(cancellationToken);

    /// <summary>What a portfolio is called.</summary>
    /// <param name="then">At whose instant; null for now.</param>
    public static async Task<string> PortfolioNameAsync(
        this IPipelineDb db,
        Guid portfolioId,
        IKnownThen? then,
        CancellationToken cancellationToken
    )
    {
        var name = await db
            .Portfolios.Where(p => p.Id == portfolioId)
            .Select(p => p.Name)
            .FirstAsync(cancellationToken);
        return then is null
            ? name
            : (await then.FormerAsync(FormerVersion.Portfolio, cancellationToken)).Of(portfolioId, "name", name);
    }
}
