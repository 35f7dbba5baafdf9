using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Modules;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Deadlines;

/// <summary>Everything that is due within the caller's scope, from every module, the earliest first.</summary>
/// <param name="PortfolioId">Of the projects that it holds, and its own; null for everything.</param>
/// <param name="ProjectId">Of this project alone.</param>
/// <param name="Kind">Of this kind alone.</param>
/// <param name="From">Due on this day or later.</param>
/// <param name="To">Due on this day or earlier.</param>
public sealed record ListDeadlines(
    Guid? PortfolioId,
    Guid? ProjectId,
    DeadlineKind? Kind,
    DateOnly? From,
    DateOnly? To,
    PageOf Page
) : IQuery<Paged<DeadlineReply>>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [CommonRefusals.NotFound];
}

/// <summary>Something that is due.</summary>
/// <param name="Kind">What is due.</param>
/// <param name="KindLabel">The same in the caller's language.</param>
/// <param name="What">What has to be done.</param>
/// <param name="Project">Of which project; null for what is a portfolio's own.</param>
/// <param name="Link">Where it is done.</param>
public sealed record DeadlineReply(
    DeadlineKind Kind,
    string KindLabel,
    DateOnly DueOn,
    DeadlineState State,
    string What,
    DeadlineProject? Project,
    Guid? PortfolioId,
    string Link
);

/// <summary>The project that something is due of.</summary>
public sealed record DeadlineProject(Guid Id, string Code, string Name);

internal sealed class ListDeadlinesHandler(DeadlineReader deadlines, Scope scope, ICaller caller, TimeProvider time)
    : IRequestHandler<ListDeadlines, Paged<DeadlineReply>>
{
    public async Task<Paged<DeadlineReply>> Handle(ListDeadlines request, CancellationToken cancellationToken)
    {
        if (request.PortfolioId is { } portfolioId)
            await scope.InPortfolioAsync(portfolioId, cancellationToken);
        if (request.ProjectId is { } projectId)
            await scope.InProjectAsync(projectId, cancellationToken);
        var today = time.GetUtcNow().Today();
        var due = await deadlines.ReadAsync(
            request.PortfolioId,
            request.ProjectId,
            item =>
                (request.Kind is not { } kind || item.Kind == kind)
                && (request.From is not { } from || item.DueOn >= from)
                && (request.To is not { } to || item.DueOn <= to),
            cancellationToken
        );
        return due.OrderBy(d => d.Item.DueOn)
            .ThenBy(d => d.Item.Kind)
            .ThenBy(d => d.Project?.Code, StringComparer.Ordinal)
            .ThenBy(d => d.Item.Path, StringComparer.Ordinal)
            .ToPage(request.Page)
            .Select(d => Show(d.Item, d.Project, today));
    }

    private DeadlineReply Show(DueItem item, DeadlineProject? project, DateOnly today) =>
        new(
            item.Kind,
            Labels.Of(item.Kind).In(caller.Language),
            item.DueOn,
            item.DueOn > today ? DeadlineState.Upcoming
                : item.DueOn == today || item.NeverLate ? DeadlineState.Due
                : DeadlineState.Late,
            item.What.In(caller.Language),
            project,
            item.PortfolioId,
            item.Link
        );
}
