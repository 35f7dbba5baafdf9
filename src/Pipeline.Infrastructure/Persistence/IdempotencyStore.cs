using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Pipeline.Infrastructure.Persistence;

/// <summary>Keeps first answers for a day, in the same transaction as what they answer for.</summary>
public sealed class IdempotencyStore(PipelineDbContext db, TimeProvider time)
{
    /// <summary>How long an answer is given again.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    // What is at least as old serves no retry any more, and nobody's data lies here longer than that.
    private DateTimeOffset Oldest => time.GetUtcNow() - Lifetime;

    /// <summary>
    /// Runs a request under its key, once. The claim on the key and everything the request writes commit together; a second request with the
    /// same key waits for the first and finds its answer.
    /// </summary>
    /// <param name="claim">Who, which key, which request.</param>
    /// <param name="run">Answers the request into the record, and says whether what it wrote is to stay.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The record with the first answer, and whether this call made it.</returns>
    public async Task<(IdempotencyRecord Record, bool First)> RunAsync(
        IdempotencyRecord claim,
        Func<IdempotencyRecord, Task<bool>> run,
        CancellationToken cancellationToken
    )
    {
        if (await FindAsync(claim, cancellationToken) is { } known)
            return (known, false);

        using var turn = await db.Provider.TakeWriteTurnAsync(db, cancellationToken);
        // By itself, so that nobody waits for the end of somebody else's request to clear the same rows.
        var oldest = Oldest;
        await db.IdempotencyRecords.Where(r => r.RecordedAt <= oldest).ExecuteDeleteAsync(cancellationToken);
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            // On SQLite the transaction waits for the first one's end, on a server the insert does.
            if (await FindAsync(claim, cancellationToken) is { } faster)
                return (faster, false);
            db.IdempotencyRecords.Add(claim);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException e) when (db.Provider.TroubleOf(e) is null)
            {
                await transaction.RollbackAsync(CancellationToken.None);
                db.ChangeTracker.Clear();
                return (
                    await FindAsync(claim, cancellationToken)
                        ?? throw new InvalidOperationException("The key was taken and let go at once."),
                    false
                );
            }
            db.ChangeTracker.Clear();

            if (await run(claim))
            {
                db.ChangeTracker.Clear();
                db.IdempotencyRecords.Update(claim);
                await db.SaveChangesAsync(cancellationToken);
                await db.CommitAsync(transaction, CancellationToken.None);
                return (claim, true);
            }
            await RollBackAsync(transaction, claim);
        }

        // A refusal wrote nothing, but it is the first answer all the same; failures of ours are not kept, nor what another header mends, so that a retry can succeed.
        db.ChangeTracker.Clear();
        if (claim.Status is >= 400 and < 500 and not (401 or 403 or 412 or 428 or 429))
        {
            db.IdempotencyRecords.Add(claim);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException)
            {
                // A twin was refused at the same moment: its answer is as good.
                db.ChangeTracker.Clear();
            }
        }
        return (claim, true);
    }

    private static async Task RollBackAsync(IDbContextTransaction transaction, IdempotencyRecord claim)
    {
        try
        {
            await transaction.RollbackAsync(CancellationToken.None);
        }
        catch (Exception e) when (claim.Status >= 500 && (e is DbException or InvalidOperationException))
        {
            // A database that fails rolls back by itself and has nothing left to roll back; the answer says already what went wrong.
        }
    }

    private async Task<IdempotencyRecord?> FindAsync(IdempotencyRecord claim, CancellationToken cancellationToken)
    {
        var record = await db
            .IdempotencyRecords.AsNoTracking()
            .FirstOrDefaultAsync(r => r.UserId == claim.UserId && r.Key == claim.Key, cancellationToken);
        return record?.RecordedAt > Oldest ? record : null;
    }
}
