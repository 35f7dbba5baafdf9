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
        // Administrators may answer everywhere, and it is not for them that all of it waits: every page would look through every report of the instance. From the
        // portfolios on, since no index knows what waits: asked the other way round, a page of each manager would do so too.
        var waiting =
            from member in db.Members
            where member.UserId == me && member.Role == PortfolioRole.Manager
            join project in db.Projects on member.PortfolioId equals project.LeadPortfolioId
            where project.VoidedAt == null
            join report in db.Transitions on project.Id equals report.ProjectId
            where report.Decision == null && report.Effect == null
            select report.Id;
        return new(await waiting.CountAsync(cancellationToken));
    }
}
