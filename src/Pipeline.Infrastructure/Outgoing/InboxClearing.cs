using Microsoft.EntityFrameworkCore;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Infrastructure.Outgoing;

/// <summary>Removes what people were told long ago.</summary>
internal sealed class InboxClearing(PipelineDbContext db, TimeProvider time)
{
    /// <summary>How long it is kept.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    /// <summary>Removes what is older.</summary>
    public async Task ClearAsync(CancellationToken cancellationToken)
    {
        var oldest = time.GetUtcNow() - Lifetime;
        using var turn = await db.Provider.TakeWriteTurnAsync(db, cancellationToken);
        await db.Notifications.Where(n => n.RecordedAt <= oldest).ExecuteDeleteAsync(cancellationToken);
    }
}
