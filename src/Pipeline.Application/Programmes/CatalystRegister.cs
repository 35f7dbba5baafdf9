using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Organisations;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Programmes;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Programmes;

/// <summary>The register of catalysts: public facts about organisations of the directory, seen and kept as that is.</summary>
public sealed class CatalystRegister(Scope scope, DocumentStore documents, Names names, ICaller caller)
{
    /// <summary>Everything that writing refuses.</summary>
    internal static readonly IReadOnlyList<Refusal> Refusals =
    [
        AccessRefusals.ManagersOnly,
        OrganisationRefusals.UnknownOrganisation,
        CommonRefusals.Duplicate,
        CommonRefusals.DateInFuture,
    ];

    /// <summary>All entries, in their newest version: of a body one, that of the organisation that stays where several were merged (docs/adr/0033).</summary>
    public async Task<IReadOnlyList<Document<Catalyst>>> AllAsync(CancellationToken cancellationToken) =>
        await OnceAsync(
            await documents.OfKindAsync<Catalyst>(DocumentKind.Catalyst, cancellationToken),
            cancellationToken
        );

    /// <summary>An entry, by the id of any organisation of its body.</summary>
    /// <exception cref="NotFoundException">The register has none of this organisation.</exception>
    public async Task<Document<Catalyst>> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await FindOrNullAsync(id, cancellationToken) ?? throw NotFoundException.Of("catalyst", "catalyseur");

    /// <summary>An entry, by the id of any organisation of its body; null where there is none.</summary>
    public async Task<Document<Catalyst>?> FindOrNullAsync(Guid id, CancellationToken cancellationToken)
    {
        var entries = await names.EntriesOfBodyAsync(id, cancellationToken);
        return (
            await OnceAsync(
                await documents.OfKindAsync<Catalyst>(DocumentKind.Catalyst, entries, cancellationToken),
                cancellationToken
            )
        ).SingleOrDefault();
    }

    /// <summary>Whether two ids stand for one body.</summary>
    public async Task<bool> IsOneBodyAsync(Guid one, Guid other, CancellationToken cancellationToken) =>
        one == other || (await names.EntriesOfBodyAsync(one, cancellationToken)).Contains(other);

    /// <summary>All versions of an entry, the first one first.</summary>
    public async Task<IReadOnlyList<DocumentVersion>> VersionsAsync(Guid id, CancellationToken cancellationToken) =>
        await documents.VersionsAsync((await FindAsync(id, cancellationToken)).Key, cancellationToken);

    /// <summary>Writes a version of an entry, the first one or a later one; administrators and managers, as the directory.</summary>
    /// <param name="entryId">Whose entry it is: the body's organisation, or the one that the entry was begun for.</param>
    /// <param name="expected">The version that the caller has seen, 0 for the first one; null for any.</param>
    public async Task<CatalystReply> WriteAsync(
        Guid entryId,
        CatalystBody body,
        long? expected,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(body);
        await names.RequireOrganisationsAsync([(body.OrganisationId, "organisationId")], cancellationToken);
        var written = await documents.WriteAsync<Catalyst>(
            DocumentKey.OfOrganisation(DocumentKind.Catalyst, entryId),
            expected,
            (_, now) => body.ToCatalyst().Checked(now),
            caller.UserId,
            cancellationToken
        );
        return (await ShowAsync([written], cancellationToken))[0];
    }

    /// <summary>For whoever keeps the register.</summary>
    /// <exception cref="ForbiddenException"><c>managers_only</c>.</exception>
    public Task RequireKeeperAsync(CancellationToken cancellationToken) =>
        scope.RequireManagerOfAnyAsync(cancellationToken);

    /// <summary>As they are shown, by name.</summary>
    public async Task<IReadOnlyList<CatalystReply>> ShowAsync(
        IReadOnlyList<Document<Catalyst>> catalysts,
        CancellationToken cancellationToken
    )
    {
        var body = await names.BodiesAsync(catalysts.Select(c => c.Id), then: null, cancellationToken);
        var person = await names.OfPeopleAsync(catalysts.Select(c => c.RecordedBy), cancellationToken);
        return
        [
            .. catalysts
                .Select(c => new CatalystReply(
                    body(c.Id).Id,
                    body(c.Id).Id,
                    body(c.Id),
                    c.Terms.Missions,
                    c.Terms.Territories,
                    c.Terms.Since,
                    c.Terms.Engineering,
                    c.Version,
                    c.RecordedAt,
                    person(c.RecordedBy)
                ))
                .OrderBy(c => Folded.Of(c.Organisation.Name), StringComparer.Ordinal)
                .ThenBy(c => c.Id),
        ];
    }

    // Of a body once.
    private async Task<IReadOnlyList<Document<Catalyst>>> OnceAsync(
        IReadOnlyList<Document<Catalyst>> entries,
        CancellationToken cancellationToken
    )
    {
        var body = await names.BodiesAsync(entries.Select(c => c.Id), then: null, cancellationToken);
        return
        [
            .. entries
                .GroupBy(c => body(c.Id).Id)
                .Select(c => c.FirstOrDefault(entry => entry.Id == c.Key) ?? c.Last()),
        ];
    }
}
