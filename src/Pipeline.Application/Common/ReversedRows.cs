using Microsoft.EntityFrameworkCore;
using Pipeline.Domain.Imports;

namespace Pipeline.Application.Common;

/// <summary>
/// What later imports that were taken back have left of some projects: nothing of them is built on an earlier one, though versions went on and agreements were
/// made again.
/// </summary>
internal sealed class ReversedRows
{
    private readonly Dictionary<(Guid ProjectId, long Version), long> _versions;
    private readonly Dictionary<Guid, Guid> _commitments;

    private ReversedRows(IReadOnlyList<ReversedRow> rows)
    {
        // A row that changed nothing leads nowhere.
        _versions = rows.Where(r => r.FormerVersion < r.ProjectVersion)
            .GroupBy(r => (r.ProjectId, r.FormerVersion!.Value))
            .ToDictionary(r => r.Key, r => r.Max(row => row.ProjectVersion));
        _commitments = rows.Where(r => r.ReplacedCommitmentId is not null && r.CommitmentId is not null)
            .ToDictionary(r => r.ReplacedCommitmentId!.Value, r => r.CommitmentId!.Value);
    }

    public static async Task<ReversedRows> ReadAsync(
        IPipelineDb db,
        IReadOnlyList<Guid> projectIds,
        CancellationToken cancellationToken
    ) => new(await db.ReversedRows.AsNoTracking().Of(projectIds, r => r.ProjectId).ToListAsync(cancellationToken));

    /// <summary>The version that a project is at where nothing but imports that were taken back came after this one.</summary>
    public long VersionAfter(Guid projectId, long version)
    {
        while (_versions.TryGetValue((projectId, version), out var later))
            version = later;
        return version;
    }

    /// <summary>The commitment that stands for this one, which imports that were taken back had replaced.</summary>
    public Guid StandingFor(Guid commitmentId) => Line(commitmentId).Last();

    /// <summary>A commitment, and each that came to stand for it, one after the other: a view has those that were recorded by then.</summary>
    public IEnumerable<Guid> Line(Guid commitmentId)
    {
        yield return commitmentId;
        while (_commitments.TryGetValue(commitmentId, out var again))
            yield return commitmentId = again;
    }
}
