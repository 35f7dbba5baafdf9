using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Infrastructure.Identity;

/// <summary>Notes when a session or a key was last used, coarsely: reading must not cost a write each time.</summary>
public sealed class LastUse(IServiceScopeFactory scopes, TimeProvider time)
{
    /// <summary>At most one write in this time, so that what is noted may be as much too old.</summary>
    public static readonly TimeSpan Coarseness = TimeSpan.FromMinutes(5);

    // A note is worth no wait: while somebody else writes for long, the next request notes it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Writes the note where it is due.</summary>
    /// <param name="known">What is noted so far.</param>
    /// <param name="change">Sets the time on the record, or a stand-in for it, in the context it gets.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task NoteAsync(
        DateTimeOffset? known,
        Func<PipelineDbContext, DateTimeOffset, Task> change,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        if (known is { } last && now - last < Coarseness)
            return;
        // A context of its own: the request's must neither carry the record nor hold the write in its transaction.
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PipelineDbContext>();
        db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        db.Database.SetCommandTimeout(Patience);
        try
        {
            await change(db, now);
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (Exception e) when (e is DbUpdateException || db.Provider.TroubleOf(e) is not null)
        {
            // Another request noted it at the same moment, or somebody writes for long.
        }
    }
}
