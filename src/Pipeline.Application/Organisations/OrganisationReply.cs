using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Organisations;
using Pipeline.Domain.Reference;

namespace Pipeline.Application.Organisations;

/// <summary>An organisation's identifier in a public list.</summary>
/// <param name="Scheme">The list, for example <c>GB-CHC</c> or <c>FR-SIRET</c>.</param>
/// <param name="Id">The number there.</param>
public sealed record IdentifierDto(
    [property: StringLength(Limits.Code)] string Scheme,
    [property: StringLength(Limits.Code)] string Id
);

/// <summary>What is sent to add or change an organisation.</summary>
/// <param name="Size">How large it is; null where nobody has said.</param>
public sealed record OrganisationBody(
    [property: StringLength(Limits.Name)] string Name,
    ActorProfile ActorProfile,
    IdentifierDto? Identifier = null,
    [property: StringLength(Limits.Short)] string? Country = null,
    OrganisationSize? Size = null
)
{
    internal OrganisationIdentifier? ParsedIdentifier =>
        Identifier is null ? null : new OrganisationIdentifier(Identifier.Scheme, Identifier.Id).Checked();
}

/// <summary>An entry of the shared directory.</summary>
public sealed record OrganisationReply : IVersioned
{
    long IVersioned.ETag => Version;

    /// <summary>UUID.</summary>
    public Guid Id { get; init; }

    /// <summary>As the organisation writes it.</summary>
    public string Name { get; init; } = "";

    /// <summary>One of ten profiles.</summary>
    public ActorProfile ActorProfile { get; init; }

    /// <summary>Its public identifier; null without one.</summary>
    public IdentifierDto? Identifier { get; init; }

    /// <summary>As written.</summary>
    public string? Country { get; init; }

    /// <summary>How large it is; null where nobody has said.</summary>
    public OrganisationSize? Size { get; init; }

    /// <summary>What merged entries of the same body were called; it is found by these too.</summary>
    public IReadOnlyList<string> FormerNames { get; init; } = [];

    /// <summary>Rises with every change.</summary>
    public long Version { get; init; }

    internal static IQueryable<OrganisationReply> From(IPipelineDb db, IQueryable<Organisation> organisations) =>
        organisations.Select(o => new OrganisationReply
        {
            Id = o.Id,
            Name = o.Name,
            ActorProfile = o.ActorProfile,
            Identifier = o.IdentifierScheme == null ? null : new IdentifierDto(o.IdentifierScheme, o.IdentifierId!),
            Country = o.Country,
            Size = o.Size,
            FormerNames = db
                .Organisations.Where(merged => merged.MergedIntoId == o.Id)
                .OrderBy(merged => merged.Id)
                .Select(merged => merged.FormerName!)
                .ToList(),
            Version = o.Version,
        });

    /// <summary>The organisation, by its own id or that of an entry that was merged into it.</summary>
    internal static async Task<OrganisationReply> ReadAsync(
        IPipelineDb db,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        var stays = await Directory.StayingAsync(db, id, cancellationToken);
        return await From(db, db.Organisations.Where(o => o.Id == stays)).FirstOrDefaultAsync(cancellationToken)
            ?? throw NotFoundException.Of("organisation", "organisation");
    }
}

/// <summary>Rules over the whole directory.</summary>
internal static class Directory
{
    /// <exception cref="RefusedException"><c>identifier_taken</c>.</exception>
    public static async Task RequireFreeAsync(
        IPipelineDb db,
        OrganisationIdentifier? identifier,
        Guid? except,
        CancellationToken cancellationToken
    )
    {
        if (identifier is not null && await IsTakenAsync(db, identifier, except, cancellationToken))
            throw OrganisationRefusals.IdentifierTaken.With(identifier.Full).Exception();
    }

    // A French number is one body's, whichever blanks stood in it when it was written, and whichever way its list was called.
    private static async Task<bool> IsTakenAsync(
        IPipelineDb db,
        OrganisationIdentifier identifier,
        Guid? except,
        CancellationToken cancellationToken
    )
    {
        if (!identifier.IsFrench)
            return await db.Organisations.AnyAsync(
                o => o.IdentifierScheme == identifier.Scheme && o.IdentifierId == identifier.Id && o.Id != except,
                cancellationToken
            );
        var body = identifier.Canonical();
        var sameNumber = await NumberedEntry
            .Of(db)
            .Where(e => e.Number == body.Id && e.Entry.Id != except)
            .Select(e => new OrganisationIdentifier(e.Entry.IdentifierScheme!, e.Entry.IdentifierId!))
            .ToListAsync(cancellationToken);
        return sameNumber.Exists(other => other.Canonical() == body);
    }

    /// <summary>The entry that stays of the body that an id stands for: itself, unless it was merged.</summary>
    public static async Task<Guid> StayingAsync(IPipelineDb db, Guid id, CancellationToken cancellationToken) =>
        await db
            .Organisations.Where(o => o.Id == id && o.MergedIntoId != null)
            .Select(o => o.MergedIntoId)
            .FirstOrDefaultAsync(cancellationToken)
        ?? id;

    /// <summary>Ids of all entries of the body that an id stands for: each branch is found by an index of its own.</summary>
    public static IQueryable<Guid> EntriesOfBody(IPipelineDb db, Guid id)
    {
        var stays = db.Organisations.Where(o => o.Id == id).Select(o => o.MergedIntoId ?? o.Id);
        return db
            .Organisations.Where(o => stays.Contains(o.Id))
            .Select(o => o.Id)
            .Union(
                db.Organisations.Where(o => o.MergedIntoId != null && stays.Contains(o.MergedIntoId.Value))
                    .Select(o => o.Id)
            );
    }

    /// <summary>What was merged into an entry reads as another from now on: the one that it goes into, or itself as it is called now.</summary>
    public static async Task FollowAsync(
        IPipelineDb db,
        Guid into,
        Organisation stays,
        CancellationToken cancellationToken
    )
    {
        foreach (var merged in await db.Organisations.Where(o => o.MergedIntoId == into).ToListAsync(cancellationToken))
            merged.Follow(stays);
    }

    /// <exception cref="InvalidValueException"><c>unknown_organisation</c>.</exception>
    public static async Task RequireKnownAsync(
        IPipelineDb db,
        Guid? id,
        string field,
        CancellationToken cancellationToken
    )
    {
        if (id is not null && !await db.Organisations.AnyAsync(o => o.Id == id, cancellationToken))
            throw OrganisationRefusals.UnknownOrganisation.With(id).At(field);
    }
}
