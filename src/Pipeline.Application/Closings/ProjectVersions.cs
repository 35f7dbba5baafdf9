using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;

namespace Pipeline.Application.Closings;

/// <summary>Each time that one of some projects was described anew, with what it had said until then.</summary>
internal sealed class ProjectVersions
{
    // The lead is told by its holding; a version goes up with every record.
    private static readonly string[] Elsewhere = ["startedOn", "leadPortfolioId", "version"];

    private readonly ILookup<Guid, (DateTimeOffset At, JsonObject Fields)> _of;

    private ProjectVersions(ILookup<Guid, (DateTimeOffset, JsonObject)> of) => _of = of;

    /// <summary>Those that were replaced after an instant.</summary>
    public static async Task<ProjectVersions> ReadAsync(
        IPipelineDb db,
        IReadOnlyList<Guid> projects,
        DateTimeOffset after,
        CancellationToken cancellationToken
    )
    {
        var versions = await db
            .FormerVersions.AsNoTracking()
            .Where(v => v.Kind == FormerVersion.Project && v.RecordedAt > after)
            .Of(projects, v => v.SubjectId)
            .OrderBy(v => v.RecordedAt)
            .ToListAsync(cancellationToken);
        return new(versions.ToLookup(v => v.SubjectId, v => (v.RecordedAt, JsonNode.Parse(v.Fields)!.AsObject())));
    }

    /// <summary>What a project was called at an instant.</summary>
    /// <param name="now">What it is called now.</param>
    public string NameAt(Guid projectId, DateTimeOffset at, string now) =>
        _of[projectId]
            .Where(v => v.At > at)
            .Select(v => (string?)v.Fields["name"])
            .FirstOrDefault(name => name is not null)
        ?? now;

    /// <summary>When a project's beginning was last moved between two instants; null where it was not.</summary>
    public DateTimeOffset? BeginningMoved(Guid projectId, DateTimeOffset first, DateTimeOffset last) =>
        Between(projectId, first, last)
            .Where(v => v.Fields.ContainsKey("startedOn"))
            .Select(v => (DateTimeOffset?)v.At)
            .LastOrDefault();

    /// <summary>When a project was described anew between two instants, of which a moved beginning is no part.</summary>
    public IEnumerable<DateTimeOffset> Described(Guid projectId, DateTimeOffset first, DateTimeOffset last) =>
        Between(projectId, first, last).Where(v => v.Fields.Any(f => !Elsewhere.Contains(f.Key))).Select(v => v.At);

    private IEnumerable<(DateTimeOffset At, JsonObject Fields)> Between(
        Guid projectId,
        DateTimeOffset first,
        DateTimeOffset last
    ) => _of[projectId].Where(v => v.At > first && v.At <= last);
}
