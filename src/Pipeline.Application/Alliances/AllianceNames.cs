using Pipeline.Application.Records;
using Pipeline.Domain.Alliances;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Alliances;

/// <summary>What alliances are called in a view, for whatever names them by their ids.</summary>
internal static class AllianceNames
{
    /// <summary>The name of each by its id; null for none, and for one that is out of view.</summary>
    public static Func<Guid?, string?> In(RecordsInView records)
    {
        var names = records
            .Documents<Alliance>(DocumentKind.Alliance)
            .ToDictionary(a => a.Document.Id, a => a.Document.Terms.Name);
        return id => id is { } alliance ? names.GetValueOrDefault(alliance) : null;
    }
}
