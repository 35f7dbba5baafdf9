namespace Pipeline.Domain.Imports;

/// <summary>What a row of a file did: enough to take it back. Written with its import, once.</summary>
public sealed class ImportedRow
{
    private ImportedRow() { }

    /// <summary>What one row did.</summary>
    /// <param name="number">Its place among the rows of the import, from 1.</param>
    /// <param name="projectId">The project that it made or changed.</param>
    /// <param name="formerVersion">The project's version before the row; null for one that is new.</param>
    /// <param name="projectVersion">The project's version once the row was in.</param>
    /// <param name="former">What the project was like; null for one that is new, or that was not restated.</param>
    /// <param name="isNew">The row made the project.</param>
    /// <param name="commitmentId">The commitment that it made.</param>
    /// <param name="replacedCommitmentId">The commitment that it cancelled.</param>
    /// <param name="written">What it said of the grant that the commitment does not say.</param>
    public ImportedRow(
        int number,
        Guid projectId,
        long? formerVersion,
        long projectVersion,
        bool isNew,
        FormerProject? former,
        Guid? commitmentId,
        Guid? replacedCommitmentId,
        WrittenGrant? written
    )
    {
        (Number, ProjectId, IsNew) = (number, projectId, isNew);
        (FormerVersion, ProjectVersion) = (formerVersion, projectVersion);
        (Former, CommitmentId, ReplacedCommitmentId) = (former, commitmentId, replacedCommitmentId);
        Written = written;
    }

    /// <summary>Its place among the rows of the import that did something, from 1.</summary>
    public int Number { get; private init; }

    /// <summary>The project that it made or changed.</summary>
    public Guid ProjectId { get; private init; }

    /// <summary>The project's version before the row; null for one that it made, and in imports from before it was kept.</summary>
    public long? FormerVersion { get; private init; }

    /// <summary>The project's version once the row was in: a later one is somebody's work that stands on it.</summary>
    public long ProjectVersion { get; private init; }

    /// <summary>The row made the project.</summary>
    public bool IsNew { get; private init; }

    /// <summary>What the project was like; null for one that is new, or that was not restated.</summary>
    public FormerProject? Former { get; private init; }

    /// <summary>The commitment that it made; null where it made none.</summary>
    public Guid? CommitmentId { get; private init; }

    /// <summary>The commitment that it cancelled; null where it cancelled none.</summary>
    public Guid? ReplacedCommitmentId { get; private init; }

    /// <summary>What it said of the grant that the commitment does not say; null where that says it all, and in imports from before it was kept.</summary>
    public WrittenGrant? Written { get; private init; }
}
