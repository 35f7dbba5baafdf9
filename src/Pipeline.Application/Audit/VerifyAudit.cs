using System.Data.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Audit;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Audit;

/// <summary>Computes the whole chain of audit entries again and finds its first broken link; administrators only.</summary>
public sealed record VerifyAudit : IQuery<AuditVerificationReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.AdministratorsOnly];
}

/// <summary>Whether the audit is as it was written.</summary>
/// <param name="Valid">Every entry holds, and the last one is the last that was written.</param>
/// <param name="Entries">How many entries hold, from the first on.</param>
/// <param name="LastHash">The last sound entry's hash. Noted down elsewhere with its number, it also shows a chain that was written anew.</param>
/// <param name="FirstBroken">The first link that does not hold; null when all do.</param>
public sealed record AuditVerificationReply(bool Valid, long Entries, string LastHash, AuditBreakReply? FirstBroken);

/// <summary>A broken link.</summary>
/// <param name="Sequence">Of the entry.</param>
/// <param name="Code">What is wrong, for programs.</param>
/// <param name="Reason">What is wrong, for people.</param>
public sealed record AuditBreakReply(long Sequence, AuditFault Code, string Reason);

internal sealed class VerifyAuditHandler(IPipelineDb db, Scope scope, ICaller caller, TimeProvider time)
    : IRequestHandler<VerifyAudit, AuditVerificationReply>
{
    public async Task<AuditVerificationReply> Handle(VerifyAudit request, CancellationToken cancellationToken)
    {
        scope.RequireAdministrator();
        var walk = new AuditChainVerifier();
        var head = await HeadAsync(cancellationToken);
        await WalkOnAsync(walk, cancellationToken);
        while (walk.Broken is null && head?.Entries < walk.Entries)
        {
            // More than the head knew of: either written meanwhile, and then the head has moved on too, or never written by the audit.
            head = await HeadAsync(cancellationToken);
            if (head?.Entries > walk.Entries)
                await WalkOnAsync(walk, cancellationToken);
            else
                break;
        }
        walk.Close(head);
        await NoteAsync(walk, cancellationToken);
        return new(
            walk.Broken is null,
            walk.Entries,
            walk.LastHash,
            walk.Broken is { } broken ? new(broken.Sequence, broken.Fault, Reason(broken).In(caller.Language)) : null
        );
    }

    // Whoever looks after the instance sees when it was last done. Where nothing can be written, the answer counts all the same.
    private async Task NoteAsync(AuditChainVerifier walk, CancellationToken cancellationToken)
    {
        try
        {
            await db.InTransactionAsync(
                async () =>
                {
                    db.ClearTracking();
                    var note =
                        await db.AuditVerifications.FirstOrDefaultAsync(
                            v => v.Id == AuditVerification.TheOne,
                            cancellationToken
                        ) ?? db.AuditVerifications.Add(new()).Entity;
                    note.Note(walk.Entries, walk.Broken is null, time.GetUtcNow());
                    return await db.SaveChangesAsync(cancellationToken);
                },
                cancellationToken
            );
        }
        catch (Exception e) when (e is DbException or DbUpdateException)
        {
            db.ClearTracking();
        }
    }

    private Task<AuditHead?> HeadAsync(CancellationToken cancellationToken) =>
        db.AuditHeads.AsNoTracking().FirstOrDefaultAsync(h => h.Id == AuditHead.TheOne, cancellationToken);

    private async Task WalkOnAsync(AuditChainVerifier walk, CancellationToken cancellationToken)
    {
        // From the very first row on, which may have been put before the first one.
        var from = walk.Entries == 0 ? long.MinValue : walk.Entries + 1;
        try
        {
            await foreach (
                var entry in db
                    .AuditEntries.AsNoTracking()
                    .Where(e => e.Sequence >= from)
                    .OrderBy(e => e.Sequence)
                    .AsAsyncEnumerable()
                    .WithCancellation(cancellationToken)
            )
                if (!walk.Take(entry))
                    return;
        }
        catch (Exception e)
            when (e is FormatException or InvalidCastException or OverflowException or ArgumentException)
        {
            // SQLite holds any text in any column: what cannot even be read was not written here.
            walk.Unreadable();
        }
    }

    private static Text Reason(AuditBreak broken) =>
        broken.Fault switch
        {
            AuditFault.Changed => new(
                $"Entry {broken.Sequence} was changed: its hash is not that of its content.",
                $"L'entrée {broken.Sequence} a été modifiée : son empreinte n'est pas celle de son contenu."
            ),
            AuditFault.Missing => new($"Entry {broken.Sequence} is missing.", $"L'entrée {broken.Sequence} manque."),
            AuditFault.Inserted => new(
                $"Entry {broken.Sequence} was inserted: the audit never wrote it.",
                $"L'entrée {broken.Sequence} a été insérée : l'audit ne l'a jamais écrite."
            ),
            AuditFault.Unlinked => new(
                $"Entry {broken.Sequence} does not carry the hash of the one before.",
                $"L'entrée {broken.Sequence} ne porte pas l'empreinte de la précédente."
            ),
            _ => new(
                $"The head of the chain does not name entry {broken.Sequence} as the last one.",
                $"La tête de chaîne ne désigne pas l'entrée {broken.Sequence} comme la dernière."
            ),
        };
}
