using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Projects;
using Pipeline.Domain.Common;
using Pipeline.Domain.Imports;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Imports;

/// <summary>
/// Takes an import back while nothing stands on it; the portfolio's managers. Projects that it made are voided, projects that it restated are as they were, and
/// agreements that it replaced stand again. What was known before stays known. New entries of the directory stay: they are public facts, which others may use.
/// </summary>
public sealed record ReverseImport(Guid ImportId, ImportReversalBody Body) : ICommand<ImportReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.ManagersOnly,
            ImportRefusals.BuiltUpon,
            ImportRefusals.AlreadyReversed,
            ImportRefusals.NotReversible,
        ];
}

/// <summary>Why the file should not have come in.</summary>
public sealed record ImportReversalBody([property: StringLength(Limits.Paragraph)] string Reason);

internal sealed class ReverseImportHandler(
    IPipelineDb db,
    ImportAccess access,
    IUserDirectory users,
    ICaller caller,
    TimeProvider time
) : IRequestHandler<ReverseImport, ImportReply>
{
    public async Task<ImportReply> Handle(ReverseImport request, CancellationToken cancellationToken)
    {
        // Of what stands on it no version tells by which: it is judged, and told, in turn (docs/adr/0055).
        await db.TakeTurnAsync(cancellationToken);
        var (now, reason) = (time.GetUtcNow(), request.Body.Reason);
        var import = await access.ManageAsync(request.ImportId, cancellationToken);
        if (import.Format == WorkbookImporter.Format)
            throw ImportRefusals.NotReversible.Exception();
        import.Reverse(reason, caller.UserId, now);
        var rows = await db
            .Imports.AsNoTracking()
            .Where(i => i.Id == import.Id)
            .SelectMany(i => i.Rows)
            .OrderBy(r => r.Number)
            .ToListAsync(cancellationToken);
        List<Guid> projectIds = [.. rows.Select(r => r.ProjectId).Distinct().Order()];
        var projects = await db.Projects.Of(projectIds, p => p.Id).ToListAsync(cancellationToken);
        // What was voided by hand since is gone already, and nothing stands on it.
        projects.RemoveAll(p => p.VoidedAt is not null);
        var standing = projects.Select(p => p.Id).ToHashSet();
        rows.RemoveAll(r => !standing.Contains(r.ProjectId));
        var reversed = await ReversedRows.ReadAsync(db, projectIds, cancellationToken);
        var built = await BuiltUpon.FindAsync(db, import, rows, projects, reversed, cancellationToken);
        if (built.Count > 0)
            throw ImportRefusals.BuiltUpon.With(built.Count).Exception(built);

        var restored = new List<(ImportedRow Row, Project Project, Commitment? Again)>();
        // The last first: where a file says two things of one project, the first line found it as it was.
        foreach (var row in rows.Where(r => !r.IsNew).Reverse())
            restored.Add(await RestoreAsync(row, reversed, reason, now, cancellationToken));
        await db.VoidAsync(
            [.. rows.Where(r => r.IsNew).Select(r => r.ProjectId)],
            reason,
            caller.UserId,
            now,
            cancellationToken
        );
        await db.SaveChangesAsync(cancellationToken);
        // Saving raises the versions of projects whose ledgers it wrote: only now they are what the reversal leaves.
        db.ReversedRows.AddRange(
            restored.Select(r => new ReversedRow(import.Id, r.Row, r.Project.Version, r.Again?.Id))
        );
        await db.SaveChangesAsync(cancellationToken);
        var names = await users.NamesAsync(ImportReply.People(import), cancellationToken);
        return ImportReply.Of(import, await db.CurrencyOfAsync(import.PortfolioId, cancellationToken), names);
    }

    // What a ledger has written stays written: the agreement that was replaced is agreed once more, in the same terms.
    private async Task<(ImportedRow, Project, Commitment?)> RestoreAsync(
        ImportedRow row,
        ReversedRows reversed,
        string reason,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var project = await db.LoadProjectAsync(row.ProjectId, version: null, cancellationToken);
        if (row.CommitmentId is { } made)
            await db.WithdrawAsync(
                project.Id,
                reversed.StandingFor(made),
                reason,
                caller.UserId,
                now,
                cancellationToken
            );
        if (row.Former is { } former)
        {
            project.Restate(former.Name, former.Summary, former.OwnerOrganisationId);
            project.BeginOn(former.StartedOn ?? project.StartedOn, [], now);
        }
        if (row.ReplacedCommitmentId is not { } replaced)
            return (row, project, null);
        var terms = (await db.LoadCommitmentAsync(project.Id, replaced, cancellationToken)).Terms;
        var again = new Commitment(project.Id, project.StartedOn, terms, caller.UserId, now);
        db.Commitments.Add(again);
        return (row, project, again);
    }
}
