using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Records;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Exports;

/// <summary>What the documents go by that rows name, as they were known at a view's instant: alliances and programmes by their names, agreements by their days.</summary>
internal sealed class NamedDocuments
{
    private static readonly NamedDocuments None = new();

    private readonly Dictionary<Guid, Said> _said = [];

    /// <summary>Reads them at once; nothing where no row names any.</summary>
    /// <param name="named">Each with whose it is, a project's or a portfolio's.</param>
    public static async ValueTask<NamedDocuments> ReadAsync(
        AsOfView view,
        IReadOnlyList<(Guid Owner, Guid? Document)> named,
        CancellationToken cancellationToken
    )
    {
        var wanted = named.Where(n => n.Document is not null).ToList();
        if (wanted.Count == 0)
            return None;
        var ids = wanted.Select(n => n.Document!.Value).ToHashSet();
        var versions = await view
            .Db.DocumentVersions.AsNoTracking()
            .Of([.. wanted.Select(n => n.Owner).Distinct().Order()], v => v.OwnerId)
            .Where(v =>
                v.Kind == DocumentKind.Agreement || v.Kind == DocumentKind.Alliance || v.Kind == DocumentKind.Programme
            )
            .Where(RecordsInView.NewestBy(view.Db, view.KnownAt))
            .ToListAsync(cancellationToken);
        var read = new NamedDocuments();
        foreach (var version in versions.Where(v => ids.Contains(v.DocumentId)))
            read._said[version.DocumentId] = RecordJson.Read<Said>(version.Json);
        return read;
    }

    /// <summary>What an alliance or a programme is called; null where none is named.</summary>
    public string? NameOf(Guid? id) => id is { } document ? _said.GetValueOrDefault(document)?.Name : null;

    /// <summary>The day on which an agreement was signed; null where none is named.</summary>
    public DateOnly? SignedOn(Guid? id) => id is { } document ? _said.GetValueOrDefault(document)?.SignedOn : null;

    // As much of them as is shown: nothing else is made of their text.
    private sealed record Said(string? Name = null, DateOnly? SignedOn = null);
}
