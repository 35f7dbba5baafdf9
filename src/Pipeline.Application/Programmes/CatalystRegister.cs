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

    /// <summary>All entries, in their newest version.</summary>
    public Task<IReadOnlyList<Document<Catalyst>>> AllAsync(CancellationToken cancellationToken) =>
        documents.OfKindAsync<Catalyst>(DocumentKind.Catalyst, cancellationToken);

    /// <summary>An entry.</summary>
    /// <exception cref="NotFoundException">The register has none of this organisation.</exception>
    public async Task<Document<Catalyst>> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await documents.FindAsync<Catalyst>(KeyOf(id), cancellationToken)
        ?? throw NotFoundException.Of("catalyst", "catalyseur");

    /// <summary>All versions of an entry, the first one first.</summary>
    public async Task<IReadOnlyList<DocumentVersion>> VersionsAsync(Guid id, CancellationToken cancellationToken) =>
        await documents.VersionsAsync(KeyOf(id), cancellationToken) is { Count: > 0 } versions
            ? versions
            : throw NotFoundException.Of("catalyst", "catalyseur");

    /// <summary>Writes a version of an entry, the first one or a later one; administrators and managers, as the directory.</summary>
    /// <param name="expected">The version that the caller has seen, 0 for the first one; null for any.</param>
    public async Task<CatalystReply> WriteAsync(CatalystBody body, long? expected, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(body);
        await names.RequireOrganisationsAsync([(body.OrganisationId, "organisationId")], cancellationToken);
        var written = await documents.WriteAsync<Catalyst>(
            KeyOf(body.OrganisationId),
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
        var organisations = await names.OfOrganisationsAsync(catalysts.Select(c => (Guid?)c.Id), cancellationToken);
        var person = await names.OfPeopleAsync(catalysts.Select(c => c.RecordedBy), cancellationToken);
        return
        [
            .. catalysts
                .Select(c => new CatalystReply(
                    c.Id,
                    c.Id,
                    new(c.Id, organisations.GetValueOrDefault(c.Id, "")),
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

    private static DocumentKey KeyOf(Guid organisationId) =>
        DocumentKey.OfOrganisation(DocumentKind.Catalyst, organisationId);
}
