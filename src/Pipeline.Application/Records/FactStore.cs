using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Records;

/// <summary>Append-only facts of every kind, and what takes them back (docs/adr/0030). Views of the past read <see cref="RecordsInView"/>.</summary>
public sealed class FactStore(IPipelineDb db, TimeProvider time)
{
    /// <summary>All facts about something, the first one recorded first.</summary>
    public Task<IReadOnlyList<Fact<T>>> AboutAsync<T>(
        FactKind kind,
        Guid subjectId,
        CancellationToken cancellationToken
    ) => ReadAsync<T>(db.FactEntries.Where(f => f.SubjectId == subjectId && f.Kind == kind), cancellationToken);

    /// <summary>All facts of a kind of a project, the first one recorded first.</summary>
    public Task<IReadOnlyList<Fact<T>>> OfProjectAsync<T>(
        FactKind kind,
        Guid projectId,
        CancellationToken cancellationToken
    ) => ReadAsync<T>(db.FactEntries.Where(f => f.ProjectId == projectId && f.Kind == kind), cancellationToken);

    /// <summary>Records a fact and saves it.</summary>
    /// <param name="field">What the caller calls the day, for errors.</param>
    /// <param name="portfolioId">Whose books it is in, who is told; null for what is no ledger line's.</param>
    /// <exception cref="InvalidValueException"><c>date_in_future</c>, <c>out_of_range</c>.</exception>
    public async Task<FactEntry> RecordAsync<T>(
        FactKind kind,
        Guid projectId,
        Guid subjectId,
        DateOnly on,
        string field,
        T says,
        Guid? portfolioId,
        Guid recordedBy,
        CancellationToken cancellationToken
    )
    {
        await GuardAsync(projectId, cancellationToken);
        var entry = new FactEntry(
            kind,
            projectId,
            subjectId,
            on,
            field,
            RecordJson.Write(says),
            portfolioId,
            recordedBy,
            time.GetUtcNow()
        );
        db.FactEntries.Add(entry);
        await db.SaveChangesAsync(cancellationToken);
        return entry;
    }

    /// <summary>Takes a fact back by an opposite entry and saves it.</summary>
    /// <param name="portfolioId">Whose books it is in, who is told; null for what is no ledger line's.</param>
    /// <exception cref="NotFoundException">No such fact of this project about this subject.</exception>
    /// <exception cref="RefusedException"><c>already_reversed</c>, <c>reversal_of_reversal</c>.</exception>
    /// <exception cref="InvalidValueException"><c>required</c>, <c>date_in_future</c>, <c>reversal_before_fact</c>.</exception>
    public async Task<FactEntry> ReverseAsync(
        FactKind kind,
        Guid projectId,
        Guid subjectId,
        Guid factId,
        string? reason,
        DateOnly reversedOn,
        Guid? portfolioId,
        Guid recordedBy,
        CancellationToken cancellationToken
    )
    {
        await GuardAsync(projectId, cancellationToken);
        var fact =
            await db.FactEntries.FirstOrDefaultAsync(
                f => f.Id == factId && f.SubjectId == subjectId && f.ProjectId == projectId && f.Kind == kind,
                cancellationToken
            ) ?? throw NotFoundException.Of("entry", "écriture");
        var isReversed = await db.FactEntries.AnyAsync(f => f.ReversesId == factId, cancellationToken);
        var reversal = fact.Reverse(isReversed, reason, reversedOn, portfolioId, recordedBy, time.GetUtcNow());
        db.FactEntries.Add(reversal);
        await db.SaveChangesAsync(cancellationToken);
        return reversal;
    }

    private static async Task<IReadOnlyList<Fact<T>>> ReadAsync<T>(
        IQueryable<FactEntry> facts,
        CancellationToken cancellationToken
    ) =>
        Fact<T>.Of(
            await facts.AsNoTracking().OrderBy(f => f.RecordedAt).ThenBy(f => f.Id).ToListAsync(cancellationToken)
        );

    // Tracked: its version guards what its gates look at, and of two who take back the same fact one comes second.
    private async Task GuardAsync(Guid projectId, CancellationToken cancellationToken) =>
        await db.LoadStandingAsync(projectId, cancellationToken);
}
