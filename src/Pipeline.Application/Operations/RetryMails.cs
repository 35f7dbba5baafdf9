using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Operations;

/// <summary>Has every mail of a notification that was given up sent again, from a first attempt on and under the same id; administrators only.</summary>
public sealed record RetryMails : ICommand<RetriedReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.AdministratorsOnly];
}

internal sealed class RetryMailsHandler(IPipelineDb db, Scope scope, TimeProvider time)
    : IRequestHandler<RetryMails, RetriedReply>
{
    public async Task<RetriedReply> Handle(RetryMails request, CancellationToken cancellationToken)
    {
        scope.RequireAdministrator();
        var failed = await db
            .NotificationMails.Where(m => m.State == DeliveryState.Failed)
            .ToListAsync(cancellationToken);
        var now = time.GetUtcNow();
        foreach (var mail in failed)
            mail.SendAgain(now);
        await db.SaveChangesAsync(cancellationToken);
        return new(failed.Count);
    }
}
