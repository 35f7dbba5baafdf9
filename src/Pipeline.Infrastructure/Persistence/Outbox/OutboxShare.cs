namespace Pipeline.Infrastructure.Persistence.Outbox;

/// <summary>
/// Which due events a worker takes at once. What a lease has ever ended over may be what killed its worker: it is taken when nothing else is due, and alone, so that
/// it takes nothing with it (docs/adr/0058, 0064).
/// </summary>
/// <param name="Which">A condition on <c>"Outbox" o</c>; <c>{0}</c> is the lease, <c>{2}</c> is now.</param>
/// <param name="Most">How many at once.</param>
internal sealed record OutboxShare(string Which, int Most)
{
    // Whether a row of the same project is pending, said so that no server looks for it among all that are pending: what its statistics say of them was mostly counted while there were none, and a
    // backlog would be gone through for each of its rows. By the project there are few.
    private const string Pending = "\"Status\" + 0 = 1";

    // Of a project it is the earliest that is pending, also where that one is held or rests: the later ones come after it. One that was given up is not pending any
    // more, and lets them pass.
    private const string First = $"""
        NOT EXISTS (SELECT 1 FROM "Outbox" e WHERE e."ProjectId" = o."ProjectId" AND e.{Pending} AND e."Sequence" < o."Sequence")
        """;

    /// <summary>What nobody holds, and no lease has ended over.</summary>
    public static readonly OutboxShare Free = new(
        $"""o."LeasedUntil" IS NULL AND o."LeasesLost" = 0 AND {First}""",
        OutboxStore.Batch
    );

    /// <summary>
    /// What comes after the ones of its project that this lease holds: nobody else may take it, as long as the first of them is pending. What comes after one that another lease holds or
    /// has lost, that rests, or that is to be held alone, waits for that one.
    /// </summary>
    public static readonly OutboxShare Following = new(
        $$"""
        o."LeasedUntil" IS NULL AND o."LeasesLost" = 0 AND o."ProjectId" IN (SELECT m."ProjectId" FROM "Outbox" m WHERE m."LeaseId" = {0} AND m.{{Pending}})
        AND NOT EXISTS (SELECT 1 FROM "Outbox" e WHERE e."ProjectId" = o."ProjectId" AND e.{{Pending}} AND e."Sequence" < o."Sequence"
            AND (e."LeaseId" <> {0} OR e."LeaseId" IS NULL AND (e."DueAt" > {2} OR e."LeasesLost" > 0)))
        """,
        OutboxStore.Batch
    );

    /// <summary>What a lease has ended over once, and nobody holds since it failed or was given back.</summary>
    public static readonly OutboxShare Alone = new(
        $"""o."LeasedUntil" IS NULL AND o."LeasesLost" > 0 AND {First}""",
        1
    );

    /// <summary>What a lease has ended over.</summary>
    public static readonly OutboxShare Lost = new($$"""o."LeasedUntil" <= {2} AND {{First}}""", 1);
}
