using System.Runtime.CompilerServices;
using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Dashboards;
using Pipeline.Application.Modules;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Exports;

/// <summary>A portfolio as a workbook: the dashboard with every record behind it, as of a day and as known at an instant.</summary>
/// <param name="Language">Of the workbook.</param>
public sealed record GetPortfolioReport(Guid PortfolioId, DateOnly? AsOf, DateTimeOffset? KnownAt, Language Language)
    : IStreamedQuery<PortfolioReport>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [CommonRefusals.DateInFuture];
}

/// <summary>What the workbook is made of. Registers are read while they are asked for, one after the other in the order they stand here, each once.</summary>
/// <param name="Dashboard">The same figures as the dashboard, at the same instant.</param>
/// <param name="Ratios">Made of the projects' ledgers, hence to be asked for when <paramref name="Projects"/> has come to its end.</param>
/// <param name="Modules">The sheets of modules that are in use, in their order; read once all registers are.</param>
/// <param name="Policy">What the figures are judged by.</param>
/// <param name="RequestedBy">Who asked for it.</param>
/// <param name="GeneratedAt">When (UTC).</param>
public sealed record PortfolioReport(
    DashboardReply Dashboard,
    IAsyncEnumerable<ProjectRow> Projects,
    IAsyncEnumerable<TransitionRow> Transitions,
    IAsyncEnumerable<PlanRow> Plan,
    IAsyncEnumerable<CommitmentRow> Commitments,
    IAsyncEnumerable<DeliveryRow> Deliveries,
    IAsyncEnumerable<RatioRow> Ratios,
    IAsyncEnumerable<EvaluationRow> Evaluations,
    IAsyncEnumerable<ModuleSheet> Modules,
    LifecyclePolicy Policy,
    string RequestedBy,
    DateTimeOffset GeneratedAt,
    Language Language
);

/// <summary>Writes a report as an Excel workbook while its rows come.</summary>
public interface IWorkbookWriter
{
    /// <summary>Writes it, and says how many rows its registers have. The target is written to asynchronously alone, need not be seekable, and stays open.</summary>
    /// <exception cref="OperationCanceledException">Nobody reads any more; rows that were not read yet are not asked for.</exception>
    Task<long> WriteAsync(PortfolioReport report, Stream target, CancellationToken cancellationToken);
}

internal sealed class GetPortfolioReportHandler(
    IMediator mediator,
    IUserDirectory users,
    ReportRows rows,
    ProjectRows projectRows,
    LedgerRows ledgerRows,
    TransitionRows transitionRows,
    IEnumerable<IModule> modules,
    ICaller caller,
    TimeProvider time
) : IRequestHandler<GetPortfolioReport, PortfolioReport>
{
    public async Task<PortfolioReport> Handle(GetPortfolioReport request, CancellationToken cancellationToken)
    {
        // The dashboard checks the scope and fixes the view; the rows are read in the very same one.
        var dashboard = await mediator.Send(
            new GetDashboard(request.PortfolioId, request.AsOf, request.KnownAt, request.Language),
            cancellationToken
        );
        var view = dashboard.View;
        var names = await users.NamesAsync([caller.UserId], cancellationToken);
        var projects = await WorkbookProjects.ReadAsync(view, request.PortfolioId, cancellationToken);
        var lines = new LedgerLines(view.Commitments, request.PortfolioId) { Records = dashboard.Records };
        var ratios = new List<RatioRow>();
        return new(
            dashboard,
            projectRows
                .Read(view, projects.Held, request.PortfolioId, request.Language, cancellationToken)
                .Select(p =>
                {
                    ratios.AddRange(p.Ratios(dashboard.Policy));
                    return p.Row;
                }),
            transitionRows.Read(view, projects.Held),
            rows.Plan(view, projects.Led, dashboard.Currency),
            ledgerRows.Commitments(view, projects.Booked, lines),
            ledgerRows.Deliveries(view, projects.Booked, lines),
            ratios.ToAsyncEnumerable(),
            rows.Evaluations(view, projects.Held, dashboard.Records),
            // What the next sheet needs is read while one is written.
            ModulesAsync(dashboard.Records, cancellationToken).ReadingAhead(atOnce: 1, cancellationToken),
            dashboard.Policy,
            // In the language of the workbook, which may be another one than the caller's.
            caller.UserId == Operator.Id
                ? Operator.Label.In(request.Language)
                : names.GetValueOrDefault(caller.UserId, ""),
            time.GetUtcNow(),
            request.Language
        );
    }

    private async IAsyncEnumerable<ModuleSheet> ModulesAsync(
        RecordsInView records,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (var module in modules)
        foreach (var sheet in await module.SheetsAsync(records, cancellationToken))
            if (!sheet.IsEmpty)
                yield return sheet;
    }
}
