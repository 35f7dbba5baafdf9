namespace Pipeline.Domain.Imports;

/// <summary>
/// What taking back a row of an import left of a project that had been there before it: enough for the import before it to be taken back too. Written once.
/// </summary>
public sealed class ReversedRow
{
    private ReversedRow() { }

    /// <summary>A row that has been taken back.</summary>
    /// <param name="importId">The import that was taken back.</param>
    /// <param name="row">Its row.</param>
    /// <param name="projectVersion">The project's version once the row was taken back.</param>
    /// <param name="commitmentId">The commitment that was agreed again in place of the one that the row had replaced.</param>
    public ReversedRow(Guid importId, ImportedRow row, long projectVersion, Guid? commitmentId)
    {
        (ImportId, Number, ProjectId) = (importId, row.Number, row.ProjectId);
        (FormerVersion, ProjectVersion) = (row.FormerVersion, projectVersion);
        (ReplacedCommitmentId, CommitmentId) = (row.ReplacedCommitmentId, commitmentId);
    }

    /// <summary>The import that was taken back.</summary>
    public Guid ImportId { get; private init; }

    /// <summary>The row's place in it.</summary>
    public int Number { get; private init; }

    /// <summary>The project that it had changed.</summary>
    public Guid ProjectId { get; private init; }

    /// <summary>The project's version before the row; null in imports from before it was kept.</summary>
    public long? FormerVersion { get; private init; }

    /// <summary>The project's version once the row was taken back: nothing stands between the two.</summary>
    public long ProjectVersion { get; private init; }

    /// <summary>The commitment that the row had cancelled; null where it cancelled none.</summary>
    public Guid? ReplacedCommitmentId { get; private init; }

    /// <summary>The commitment that was agreed again in its place; null where it had cancelled none.</summary>
    public Guid? CommitmentId { get; private init; }
}
