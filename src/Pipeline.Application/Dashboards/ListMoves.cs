using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Transitions;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Dashboards;

/// <summary>
/// The moves that a portfolio's dashboard counts, the newest first: what had taken effect in a view, of the projects that the portfolio held in it. Everybody who sees the
/// portfolio.
/// </summary>
/// <param name="Month">Of this month, as the dashboard names it: <c>yyyy-MM</c>.</param>
/// <param name="Trigger">Of this kind.</param>
/// <param name="LeftPhase">Those that ended a stay in this phase.</param>
public sealed record ListMoves(
    Guid PortfolioId,
    string? Month,
    Trigger? Trigger,
    Phase? LeftPhase,
    DateOnly? AsOf,
    DateTimeOffset? KnownAt,
    PageOf Page
) : ISnapshotQuery<Paged<MoveReply>>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [CommonRefusals.InvalidDate, CommonRefusals.DateInFuture];
}

/// <summary>A move that took effect.</summary>
/// <param name="Sequence">Which of the project's moves, from 1.</param>
/// <param name="StayDays">Days in the phase that it ended, holds left out; null when it ended no stay.</param>
/// <param name="InScope">Whether the caller sees the project itself: it may have left the portfolio since.</param>
public sealed record MoveReply(
    Guid ProjectId,
    string ProjectCode,
    string ProjectName,
    int Sequence,
    Trigger Trigger,
    Phase LeftPhase,
    StateReply To,
    DateOnly EffectiveOn,
    int? StayDays,
    bool InScope
);

internal sealed class ListMovesHandler(IPipelineDb db, Scope scope, TimeProvider time)
    : IRequestHandler<ListMoves, Paged<MoveReply>>
{
    public async Task<Paged<MoveReply>> Handle(ListMoves request, CancellationToken cancellationToken)
    {
        await scope.InPortfolioAsync(request.PortfolioId, cancellationToken);
        var month = MonthOf(request.Month);
        var view = await AsOfView.OpenAsync(db, request.AsOf, request.KnownAt, time.GetUtcNow(), cancellationToken);
        var books = await PortfolioLedger.ReadFlowAsync(view, request.PortfolioId, cancellationToken);
        var page = books
            .Projects.Values.SelectMany(p => p.Moves.Select(m => (Project: p, Move: m)))
            .Where(m =>
                month is not { } first || (m.Move.EffectiveOn >= first && m.Move.EffectiveOn < first.AddMonths(1))
            )
            .Where(m => request.Trigger is not { } trigger || m.Move.Trigger == trigger)
            .Where(m => request.LeftPhase is not { } left || (m.Move.LeftPhase == left && m.Move.StayDays is not null))
            .OrderByDescending(m => m.Move.EffectiveOn)
            .ThenBy(m => m.Project.Code, StringComparer.Ordinal)
            .ThenByDescending(m => m.Move.Sequence)
            .ToPage(request.Page);
        List<Guid> shown = [.. page.Items.Select(m => m.Project.Id).Distinct().Order()];
        var seen = (
            await scope.Projects.Where(p => shown.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancellationToken)
        ).ToHashSet();
        return page.Select(m => new MoveReply(
            m.Project.Id,
            m.Project.Code,
            m.Project.Name,
            m.Move.Sequence,
            m.Move.Trigger,
            m.Move.LeftPhase,
            new(m.Move.ToPhase, m.Move.ToStanding),
            m.Move.EffectiveOn,
            m.Move.StayDays,
            seen.Contains(m.Project.Id)
        ));
    }

    // A month that no day follows is none that something can have happened in.
    private static DateOnly? MonthOf(string? month) =>
        string.IsNullOrEmpty(month) ? null
        : DateOnly.TryParseExact(
            $"{month}-01",
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var first
        )
        && first < DateOnly.MaxValue.AddMonths(-1)
            ? first
        : throw CommonRefusals.InvalidDate.Saying(NoMonth).With(month).At("month");

    private static readonly Text NoMonth = new(
        "{0} is not what is expected here: a month as yyyy-MM.",
        "{0} n'est pas ce qui est attendu ici : un mois au format aaaa-MM."
    );
}
