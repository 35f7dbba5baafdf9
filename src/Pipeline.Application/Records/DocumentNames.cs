using Pipeline.Application.Common;
using Pipeline.Domain.Alliances;
using Pipeline.Domain.Programmes;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Records;

/// <summary>What documents are called that others name by their id.</summary>
internal static class DocumentNames
{
    /// <summary>Alliances, as they are called now.</summary>
    public static Task<Func<Guid?, NamedRef?>> OfAlliancesAsync(
        this DocumentStore documents,
        IEnumerable<Guid?> ids,
        CancellationToken cancellationToken
    ) => OfAsync<Alliance>(documents, DocumentKind.Alliance, ids, a => a.Name, cancellationToken);

    /// <summary>Programmes, as they are called now.</summary>
    public static Task<Func<Guid?, NamedRef?>> OfProgrammesAsync(
        this DocumentStore documents,
        IEnumerable<Guid?> ids,
        CancellationToken cancellationToken
    ) => OfAsync<Programme>(documents, DocumentKind.Programme, ids, p => p.Name, cancellationToken);

    /// <summary>A name beside an id; null beside none.</summary>
    public static Func<Guid?, NamedRef?> Of(IReadOnlyDictionary<Guid, string> names) =>
        id => id is { } known ? new(known, names.GetValueOrDefault(known, "")) : null;

    private static async Task<Func<Guid?, NamedRef?>> OfAsync<T>(
        DocumentStore documents,
        DocumentKind kind,
        IEnumerable<Guid?> ids,
        Func<T, string> nameOf,
        CancellationToken cancellationToken
    )
    {
        List<Guid> wanted = [.. ids.OfType<Guid>().Distinct().Order()];
        var found = wanted.Count == 0 ? [] : await documents.OfKindAsync<T>(kind, wanted, cancellationToken);
        return Of(found.ToDictionary(d => d.Id, d => nameOf(d.Terms)));
    }
}
