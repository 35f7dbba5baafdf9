using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;

namespace Pipeline.Infrastructure.Persistence.Outbox;

/// <summary>Takes due events by a lease, and notes what became of them. Any number of workers, in any number of processes, work on one outbox.</summary>
public sealed class OutboxStore(PipelineDbContext db, OutboxOptions options, TimeProvider time)
{
    /// <summary>The most events that a worker holds at once.</summary>
    public const int Batch = 50;

    private const int Places = 10;

    /// <summary>How long what was delivered is kept.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>
    /// Which events of <c>"Outbox" o</c> may be taken where their <see cref="OutboxShare"/> is; <c>{2}</c> is now, <c>{3}</c> whether those that name a person are meant, or the others.
    /// </summary>
    internal const string Due = """o."Status" = 1 AND o."IsPersonal" = {3} AND o."DueAt" <= {2}""";

    /// <summary>In which order: as they were written, and of those that a lease has ended over first those that wait longest, so that each has its turn.</summary>
    internal const string Order = """o."LeasedUntil", o."Sequence" """;

    /// <summary>
    /// What taking an event writes: <c>{0}</c> the lease, <c>{1}</c> its end, <c>{2}</c> now. One that a lease has ended over has its attempt begun again, and
    /// that noted before anything is done with it: whoever dies over it notes nothing any more.
    /// </summary>
    internal const string Taken = """
        "LeaseId" = {0}, "LeasedUntil" = {1},
        "Attempts" = "Attempts" + CASE WHEN "LeasedUntil" <= {2} THEN 0 ELSE 1 END,
        "LeasesLost" = "LeasesLost" + CASE WHEN "LeasedUntil" <= {2} THEN 1 ELSE 0 END
        """;

    // At most one row: mostly there is none.
    private static readonly Func<IPipelineDb, bool, DateTimeOffset, IAsyncEnumerable<long>> FirstDue = Compiled.Query(
        (DbContext db, bool personal, DateTimeOffset now) =>
            db.Set<OutboxMessage>()
                .Where(m =>
                    m.Status == OutboxStatus.Pending
                    && m.IsPersonal == personal
                    && m.DueAt <= now
                    && (m.LeasedUntil == null || m.LeasedUntil <= now)
                )
                .Select(m => m.Sequence)
                .Take(1)
    );

    private static readonly Func<IPipelineDb, Guid, IAsyncEnumerable<OutboxMessage>> OfLease = Compiled.Query(
        (DbContext db, Guid lease) =>
            db.Set<OutboxMessage>().Where(m => m.LeaseId == lease).OrderBy(m => m.Sequence).AsNoTracking()
    );

    // Held by this lease still: whoever was too slow has nothing to say any more.
    private const string Mine = """ WHERE "LeaseId" = {0} AND "Status" = 1""";

    /// <summary>Takes what is due on a lane, in the order in which it was written, each with what follows it in its project; where there is nothing else, one alone that a lease has ended over.</summary>
    public async Task<OutboxLease?> TakeAsync(OutboxLane lane, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        // Looking costs no lock, and mostly there is nothing.
        if (!await FirstDue(db, lane.IsPersonal, now).AnyAsync(cancellationToken))
            return null;
        var (id, until) = (Guid.CreateVersion7(now), now.AddSeconds(options.LeaseSeconds));
        object[] values = [id, until.UtcDateTime, now.UtcDateTime, lane.IsPersonal];
        var lost = false;
        if (await TakesAsync(OutboxShare.Free))
            await TakesAsync(OutboxShare.Following);
        else if (!await TakesAsync(OutboxShare.Alone))
        {
            lost = await TakesAsync(OutboxShare.Lost);
            if (!lost)
                return null;
        }
        var messages = await OfLease(db, id).ToListAsync(cancellationToken);
        return new(id, until, messages, lost);

        async Task<bool> TakesAsync(OutboxShare share) =>
            await WriteAsync(db.TakeFromOutbox(share), values, cancellationToken) > 0;
    }

    /// <summary>Every handler has had these: they are kept for a while, those that name a person are removed.</summary>
    /// <returns>How many of them were held by the lease still.</returns>
    public async Task<int> DeliveredAsync(
        OutboxLease lease,
        IReadOnlyList<OutboxMessage> messages,
        CancellationToken cancellationToken
    )
    {
        var personal = messages.Where(m => m.IsPersonal).ToList();
        var noted = 0;
        if (personal.Count > 0)
            noted += await WriteAsync(
                $"""DELETE FROM "Outbox"{Mine} AND {In(personal, 1)}""",
                [lease.Id, .. Sequences(personal)],
                cancellationToken
            );
        if (personal.Count < messages.Count)
            noted += await WriteAsync(
                $$"""UPDATE "Outbox" SET "Status" = 2, "EndedAt" = {1}, "LeaseId" = NULL, "LeasedUntil" = NULL{{Mine}} AND {{In(messages, 2)}}""",
                [lease.Id, time.GetUtcNow().UtcDateTime, .. Sequences(messages)],
                cancellationToken
            );
        return noted;
    }

    /// <summary>A handler failed: it is tried again after a pause, or given up after the last one.</summary>
    /// <returns>Whether it was given up.</returns>
    public async Task<bool> FailedAsync(OutboxLease lease, OutboxMessage message, CancellationToken cancellationToken)
    {
        var (now, pause) = (time.GetUtcNow(), options.PauseAfter(message.Attempts));
        await WriteAsync(
            pause is null
                ? $$"""UPDATE "Outbox" SET "Status" = 3, "EndedAt" = {1}, "LeaseId" = NULL, "LeasedUntil" = NULL{{Mine}} AND {{In([message], 2)}}"""
                : $$"""UPDATE "Outbox" SET "DueAt" = {1}, "LeaseId" = NULL, "LeasedUntil" = NULL{{Mine}} AND {{In([message], 2)}}""",
            [lease.Id, (now + (pause ?? TimeSpan.Zero)).UtcDateTime, .. Sequences([message])],
            cancellationToken
        );
        return pause is null;
    }

    /// <summary>Gives back what was not begun.</summary>
    public Task ReleaseAsync(OutboxLease lease, CancellationToken cancellationToken) =>
        WriteAsync(
            $"""UPDATE "Outbox" SET "Attempts" = "Attempts" - 1, "LeaseId" = NULL, "LeasedUntil" = NULL{Mine}""",
            [lease.Id],
            cancellationToken
        );

    /// <summary>Has events that were given up delivered again, from a first attempt on.</summary>
    /// <param name="id">One of them; null for all.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>How many there were.</returns>
    public Task<int> SendAgainAsync(Guid? id, CancellationToken cancellationToken)
    {
        const string again =
            """UPDATE "Outbox" SET "Status" = 1, "Attempts" = 0, "DueAt" = {0}, "EndedAt" = NULL WHERE "Status" = 3""";
        var now = time.GetUtcNow().UtcDateTime;
        return id is { } one
            ? WriteAsync(again + """ AND "Id" = {1}""", [now, one], cancellationToken)
            : WriteAsync(again, [now], cancellationToken);
    }

    /// <summary>Removes what was delivered long enough ago, and what names a person and was given up as long ago.</summary>
    public Task ClearAsync(CancellationToken cancellationToken) =>
        WriteAsync(
            """DELETE FROM "Outbox" WHERE ("Status" = 2 OR ("Status" = 3 AND "IsPersonal" = {1})) AND "EndedAt" <= {0}""",
            [(time.GetUtcNow() - Lifetime).UtcDateTime, true],
            cancellationToken
        );

    // By places, and the last one again up to a whole ten, so that there are a few statements to keep and not one for each number of events.
    private static string In(IReadOnlyList<OutboxMessage> messages, int first) =>
        $"\"Sequence\" IN ({string.Join(", ", Sequences(messages).Select((_, i) => $"{{{first + i}}}"))})";

    private static IEnumerable<object> Sequences(IReadOnlyList<OutboxMessage> messages) =>
        Enumerable
            .Range(0, (messages.Count + Places - 1) / Places * Places)
            .Select(i => (object)messages[Math.Min(i, messages.Count - 1)].Sequence);

    private async Task<int> WriteAsync(string sql, object[] values, CancellationToken cancellationToken)
    {
        // A transaction that is open has its turn.
        using var turn = db.Database.CurrentTransaction is null
            ? await db.Provider.TakeWriteTurnAsync(db, cancellationToken)
            : null;
        return await db.Database.ExecuteSqlRawAsync(sql, values, cancellationToken);
    }
}
