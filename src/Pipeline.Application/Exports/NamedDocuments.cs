using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Records;
using Pipeline.Domain.Agreements;
using Pipeline.Domain.Alliances;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Exports;

/// <summary>What the documents go by that rows name, as they were known at a view's instant: alliances and programmes by their names, agreements by their days.</summary>
internal sealed class NamedDocuments
{
    private readonly Dictionary<Guid, Said> _said = [];

    /// <summary>Reads them at once; nothing where no row names any.</summary>
    /// <param name="named">Each with whose it is, a project's or a portfolio's.</param>
    /// <param name="records">What was read of projects in the same view; null where nothing was.</param>
    public static async ValueTask<NamedDocuments> ReadAsync(
        AsOfView view,
        IReadOnlyList<(Guid Owner, Guid? Document)> named,
        RecordsInView? records,
        CancellationToken cancellationToken
    )
    {
        var read = new NamedDocuments();
        // A name is as it was known, a record is as it was on the day: they are the same where everything is in view.
        var there = view.IsOfEverything ? records : null;
        List<(Guid Owner, Guid Document)> wanted = [];
        foreach (var (owner, document) in named.Distinct())
            if (document is not { } id)
                continue;
            else if (there?.Projects.ContainsKey(owner) == true)
                read.Add(there.Of(owner), id);
            else
                wanted.Add((owner, id));
        if (wanted.Count == 0)
            return read;
        var ids = wanted.Select(n => n.Document).ToHashSet();
        var versions = await view
            .Db.DocumentVersions.AsNoTracking()
            .Of([.. wanted.Select(n => n.Owner).Distinct().Order()], v => v.OwnerId)
            .Where(v =>
                v.Kind == DocumentKind.Agreement || v.Kind == DocumentKind.Alliance || v.Kind == DocumentKind.Programme
            )
            .Where(RecordsInView.NewestBy(view.Db, view.KnownAt))
            .ToListAsync(cancellationToken);
        foreach (var version in versions.Where(v => ids.Contains(v.DocumentId)))
            read._said[version.DocumentId] = RecordJson.Read<Said>(version.Json);
        return read;
    }

    /// <summary>What an alliance or a programme is called; null where none is named.</summary>
    public string? NameOf(Guid? id) => id is { } document ? _said.GetValueOrDefault(document)?.Name : null;

    /// <summary>The day on which an agreement was signed; null where none is named.</summary>
    public DateOnly? SignedOn(Guid? id) => id is { } document ? _said.GetValueOrDefault(document)?.SignedOn : null;

    private void Add(ProjectRecords records, Guid id)
    {
        if (records.Documents[DocumentKind.Alliance].FirstOrDefault(d => d.Key.DocumentId == id) is { } alliance)
            _said[id] = new(Name: alliance.Terms<Alliance>().Name);
        else if (records.Documents[DocumentKind.Agreement].FirstOrDefault(d => d.Key.DocumentId == id) is { } agreement)
            _said[id] = new(SignedOn: agreement.Terms<SupportAgreement>().SignedOn);
    }

    // As much of them as is shown: nothing else is made of their text.
    private sealed record Said(string? Name = null, DateOnly? SignedOn = null);
}
