using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Portfolios;

namespace Pipeline.Application.Transitions;

/// <summary>How many reports wait in the portfolios that I am a manager of: what the menu shows beside the reviews.</summary>
public sealed record CountWaitingReviews : IQuery<WaitingReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.PeopleOnly];
}

/// <summary>How much waits.</summary>
/// <param name="Waiting">Reports without a decision.</param>
public sealed record WaitingReply(int Waiting);

internal sealed class CountWaitingReviewsHandler(IPipelineDb db, Scope scope)
    : IRequestHandler<CountWaitingReviews, WaitingReply>
{
    public async Task<WaitingReply> Handle(CountWaitingReviews request, CancellationToken cancellationToken)
    {
        var me = scope.RequirePerson();
        // Administrators may answer everywhere, and it is not for them that all of it waits: every page would look through every report of the instance.
        var led = db.Projects.Where(p =>
            p.VoidedAt == null
            && db.Members.Any(m =>
                m.PortfolioId == p.LeadPortfolioId && m.UserId == me && m.Role == PortfolioRole.Manager
            )
        );
        var waiting = db.Transitions.Where(t => t.Decision == null && t.Effect == null);
        return new(await waiting.CountAsync(t => led.Any(p => p.Id == t.ProjectId), cancellationToken));
    }
}
