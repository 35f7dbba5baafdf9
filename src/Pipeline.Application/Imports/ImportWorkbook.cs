using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Exports;
using Pipeline.Application.Ledgers;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Imports;

/// <summary>
/// Takes what somebody changed in the portfolio's own workbook: names, summaries and owners of projects, their plans, new commitments. Rows are found by their ids; a row
/// whose project has changed since the export is refused.
/// </summary>
/// <param name="Language">Of the workbook.</param>
public sealed record ImportWorkbook(
    Guid PortfolioId,
    string FileName,
    Stream Content,
    Language Language,
    bool DryRun,
    IProgress<ImportProgress>? Progress = null
) : ICommand<ImportReport>;

internal sealed class ImportWorkbookHandler(
    IPipelineDb db,
    Scope scope,
    ReportRows rows,
    ProjectRows projectRows,
    LedgerRows ledgerRows,
    IPortfolioWorkbookReader reader,
    ICaller caller,
    TimeProvider time
) : IRequestHandler<ImportWorkbook, ImportReport>
{
    private const string Format = "pipeline.xlsx";

    public async Task<ImportReport> Handle(ImportWorkbook request, CancellationToken cancellationToken)
    {
        (await scope.InPortfolioAsync(request.PortfolioId, cancellationToken)).RequireManager();
        var now = time.GetUtcNow();
        var current = await CurrentAsync(request, now, cancellationToken);
        request.Content.Position = 0;
        var edits = reader.Read(request.Content, request.FileName, current, request.Language, cancellationToken);
        var faults = edits.Faults.ToList();

        // With a fault in the file nothing is written, so nothing needs to be tried.
        if (faults.Count == 0)
            faults.AddRange(await ApplyAsync(request, edits, now, cancellationToken));
        var applied = faults.Count == 0 && !request.DryRun;
        if (applied)
        {
            db.Raise(new ImportFinished(now, Format) { PortfolioId = request.PortfolioId });
            await db.SaveChangesAsync(cancellationToken);
        }
        else
            db.ClearTracking();
        request.Progress?.Report(new(edits.RowsRead, edits.RowsRead));

        var found = faults.Count - edits.Faults.Count;
        var report = new ImportReport(
            Format,
            request.DryRun,
            applied,
            edits.RowsRead,
            edits.Created,
            edits.Updated,
            edits.Unchanged,
            edits.Rejected + found,
            0,
            MoneyDto.OfCents(edits.Cents, current.Currency),
            ImportErrorReply.List(faults, caller.Language),
            ImportErrorReply.List(edits.Notices, caller.Language)
        );
        return faults.Count == 0 || request.DryRun
            ? report
            : throw new ImportRefusedException(report with { Created = 0, Updated = 0, Unchanged = 0 }, faults[0]);
    }

    private async Task<PortfolioSheets> CurrentAsync(
        ImportWorkbook request,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var portfolio = await db
            .Portfolios.AsNoTracking()
            .Where(p => p.Id == request.PortfolioId)
            .Select(p => new { p.Code, p.Currency })
            .FirstAsync(cancellationToken);
        var view = await AsOfView.OpenAsync(db, asOf: null, knownAt: null, now, cancellationToken);
        var projects = await WorkbookProjects.ReadAsync(view, request.PortfolioId, cancellationToken);
        return new(
            portfolio.Code,
            portfolio.Currency,
            await projectRows
                .Read(view, projects.Held, request.PortfolioId, request.Language, cancellationToken)
                .Select(p => p.Row)
                .ToListAsync(cancellationToken),
            await rows.Plan(view, projects.Led, portfolio.Currency).ToListAsync(cancellationToken),
            await ledgerRows
                .Commitments(view, projects.Booked, new(db.Commitments, request.PortfolioId))
                .ToListAsync(cancellationToken)
        );
    }

    private async Task<IReadOnlyList<ImportFault>> ApplyAsync(
        ImportWorkbook request,
        WorkbookEdits edits,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var faults = new List<ImportFault>();
        var organisations = await OrganisationFinder.ReadAsync(db, cancellationToken);
        var loaded = new Dictionary<Guid, Project>();

        foreach (var edit in edits.Projects)
            await TryAsync(
                edit.Row,
                edit.ProjectId,
                project =>
                {
                    if (project.LeadPortfolioId != request.PortfolioId)
                        return NotLed(edit.Row, "name");
                    var owner = edit.Owner is null ? project.OwnerOrganisationId : organisations.Named(edit.Owner);
                    if (owner is null)
                        return UnknownOrganisation(edit.Row, "owner", edit.Owner!);
                    project.Restate(
                        edit.Name ?? project.Name,
                        edit.SummaryChanged ? edit.Summary : project.Summary,
                        owner.Value
                    );
                    return null;
                }
            );
        foreach (var edit in edits.Plans)
        {
            var number = await db.NextPlanNumberAsync(edit.ProjectId, cancellationToken);
            await TryAsync(
                edit.Row,
                edit.ProjectId,
                project =>
                {
                    if (project.LeadPortfolioId != request.PortfolioId)
                        return NotLed(edit.Row, "amount");
                    db.PlanVersions.Add(new PlanVersion(project.Id, number, edit.Lines, caller.UserId, now));
                    return null;
                }
            );
        }
        foreach (var edit in edits.Commitments)
            await TryAsync(
                edit.Row,
                edit.ProjectId,
                project =>
                {
                    if (organisations.Named(edit.Funder) is not { } funder)
                        return UnknownOrganisation(edit.Row, "funder", edit.Funder);
                    var terms = new CommitmentTerms(
                        request.PortfolioId,
                        funder,
                        edit.Lever,
                        edit.Phase,
                        edit.Nature,
                        edit.Cents,
                        edit.AgreedOn,
                        edit.StartsOn,
                        edit.EndsOn,
                        edit.Hours,
                        edit.Reference
                    )
                    {
                        Instrument = edit.Instrument,
                    };
                    db.Commitments.Add(new Commitment(project.Id, terms, caller.UserId, now));
                    return null;
                }
            );
        return faults;

        async Task TryAsync(EditedRow row, Guid projectId, Func<Project, ImportFault?> change)
        {
            if (!loaded.TryGetValue(projectId, out var project))
                loaded[projectId] = project = await db.LoadProjectAsync(projectId, version: null, cancellationToken);
            try
            {
                if (change(project) is { } fault)
                    faults.Add(fault);
            }
            catch (InvalidValueException e)
            {
                faults.Add(row.Fault(e.Faults.Count > 0 ? e.Faults[0].Field : "", e.Refusal));
            }
        }
    }

    private static ImportFault NotLed(EditedRow row, string field) => row.Fault(field, WorkbookRefusals.ProjectNotLed);

    private static ImportFault UnknownOrganisation(EditedRow row, string field, string name) =>
        row.Fault(field, WorkbookRefusals.UnknownOrganisation.With(name));
}
