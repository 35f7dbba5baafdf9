using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Exports;
using Pipeline.Application.Ledgers;
using Pipeline.Domain.Common;
using Pipeline.Domain.Imports;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Imports;

/// <summary>
/// Takes what somebody changed in the portfolio's own workbook: names, summaries and owners of projects, their plans, new commitments. Rows are found by their ids; a row
/// whose project has changed since the export is refused.
/// </summary>
internal sealed class WorkbookImporter(
    IPipelineDb db,
    Scope scope,
    ReportRows rows,
    ProjectRows projectRows,
    LedgerRows ledgerRows,
    ICaller caller,
    TimeProvider time
)
{
    /// <summary>What the report calls the format, and what an import is known by that is not taken back.</summary>
    public const string Format = "pipeline.xlsx";

    /// <summary>Holds the workbook against what would be exported now, and applies what differs, whole or not at all.</summary>
    /// <exception cref="ImportRefusedException">Something in it is wrong.</exception>
    public async Task<ImportReport> RunAsync(
        ImportFile request,
        IPortfolioWorkbook book,
        CancellationToken cancellationToken
    )
    {
        (await scope.InPortfolioAsync(request.PortfolioId, cancellationToken)).RequireManager();
        var now = time.GetUtcNow();
        var current = await CurrentAsync(request, book.Language, now, cancellationToken);
        var edits = book.Against(current, cancellationToken);
        var faults = edits.Faults.ToList();

        // With a fault in the file nothing is written, so nothing needs to be tried.
        var refused = faults.Count == 0 ? await ApplyAsync(request, edits, now, cancellationToken) : [];
        faults.AddRange(refused.Select(r => r.Fault));
        var counts = new ImportCounts(
            edits.RowsRead,
            edits.Created - refused.Count(r => r.IsNew),
            edits.Updated - refused.Count(r => !r.IsNew),
            edits.Unchanged,
            edits.Rejected + refused.Count,
            0,
            edits.Cents
        );
        Guid? id = null;
        if (faults.Count == 0 && !request.DryRun)
        {
            var import = ImportRecord.Of(request, Format, counts, [], edits.Notices, [], [], caller.UserId, now);
            db.Imports.Add(import);
            db.Raise(new ImportFinished(now, import.Id, Format) { PortfolioId = request.PortfolioId });
            await db.SaveChangesAsync(cancellationToken);
            id = import.Id;
        }
        else
            db.ClearTracking();
        request.Progress?.Report(new(edits.RowsRead, edits.RowsRead));

        var report = ImportReport.Of(
            Format,
            request.DryRun,
            id,
            counts,
            current.Currency,
            faults,
            edits.Notices,
            caller.Language
        );
        return faults.Count == 0 || request.DryRun
            ? report
            : throw new ImportRefusedException(report.Refused(), faults[0]);
    }

    private async Task<PortfolioSheets> CurrentAsync(
        ImportFile request,
        Language language,
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
                .Read(view, projects.Held, request.PortfolioId, language, cancellationToken)
                .Select(p => p.Row)
                .ToListAsync(cancellationToken),
            await rows.Plan(view, projects.Led, portfolio.Currency).ToListAsync(cancellationToken),
            await ledgerRows
                .Commitments(view, projects.Booked, new(view.Commitments, request.PortfolioId))
                .ToListAsync(cancellationToken)
        );
    }

    private async Task<IReadOnlyList<(ImportFault Fault, bool IsNew)>> ApplyAsync(
        ImportFile request,
        WorkbookEdits edits,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var faults = new List<(ImportFault, bool)>();
        var organisations = await OrganisationFinder.ReadAsync(db, cancellationToken);
        var loaded = new Dictionary<Guid, Project>();

        foreach (var edit in edits.Projects)
            await TryAsync(
                edit.Row,
                edit.ProjectId,
                isNew: false,
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
                isNew: true,
                project =>
                {
                    if (project.LeadPortfolioId != request.PortfolioId)
                        return NotLed(edit.Row, "amount");
                    db.PlanVersions.Add(
                        new PlanVersion(
                            project.Id,
                            number,
                            project.StartedOn,
                            now.Today(),
                            edit.Lines,
                            caller.UserId,
                            now
                        )
                    );
                    return null;
                }
            );
        }
        foreach (var edit in edits.Commitments)
            await TryAsync(
                edit.Row,
                edit.ProjectId,
                isNew: true,
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
                    db.Commitments.Add(new Commitment(project.Id, project.StartedOn, terms, caller.UserId, now));
                    return null;
                }
            );
        return faults;

        async Task TryAsync(EditedRow row, Guid projectId, bool isNew, Func<Project, ImportFault?> change)
        {
            if (!loaded.TryGetValue(projectId, out var project))
                loaded[projectId] = project = await db.LoadProjectAsync(projectId, version: null, cancellationToken);
            try
            {
                if (change(project) is { } fault)
                    faults.Add((fault, isNew));
            }
            catch (InvalidValueException e)
            {
                faults.Add((row.Fault(e.Faults.Count > 0 ? e.Faults[0].Field : "", e.Refusal), isNew));
            }
        }
    }

    private static ImportFault NotLed(EditedRow row, string field) => row.Fault(field, WorkbookRefusals.ProjectNotLed);

    private static ImportFault UnknownOrganisation(EditedRow row, string field, string name) =>
        row.Fault(field, WorkbookRefusals.UnknownOrganisation.With(name));
}
