using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Reference;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Imports;

/// <summary>
/// Takes a funder's file into a portfolio, whole or not at all; its managers. Each grant becomes a project in conception with a funding
/// commitment; what is there already is found again by the grant's identifier.
/// </summary>
/// <param name="PortfolioId">Where to.</param>
/// <param name="FileName">For messages.</param>
/// <param name="Content">A seekable stream.</param>
/// <param name="DryRun">Says what would happen, and writes nothing.</param>
/// <param name="Progress">Rows done, for a person who waits.</param>
public sealed record ImportGrants(Guid PortfolioId, string FileName, Stream Content, bool DryRun, IProgress<int>? Progress = null) : ICommand<ImportReport>;

internal sealed class ImportGrantsHandler(IPipelineDb db, Scope scope, IGrantFileReader reader, ICaller caller, TimeProvider time) : IRequestHandler<ImportGrants, ImportReport>
{
    private const int Batch = 200;

    public async Task<ImportReport> Handle(ImportGrants request, CancellationToken cancellationToken)
    {
        (await scope.InPortfolioAsync(request.PortfolioId, cancellationToken)).RequireManager();
        var portfolio = await db.Portfolios.AsNoTracking().Where(p => p.Id == request.PortfolioId).Select(p => new { p.Id, p.Currency }).FirstAsync(cancellationToken);
        var now = time.GetUtcNow();
        request.Content.Position = 0;
        var file = reader.Read(request.Content, request.FileName, now.Today(), cancellationToken);
        var faults = file.Faults.ToList();
        var rejected = file.Rejected;
        var organisations = await OrganisationFinder.ReadAsync(db, cancellationToken);
        var existing = await ExistingAsync(portfolio.Id, cancellationToken);
        var (created, updated, unchanged, done) = (0, 0, 0, 0);
        long cents = 0;

        foreach (var grant in file.Grants)
        {
            cents += grant.Amount.Cents;
            if (grant.Amount.Currency != portfolio.Currency)
            {
                faults.Add(Fault(grant, "currency", "currency_differs", new(
                    $"The amount is in {grant.Amount.Currency}; this portfolio is kept in {portfolio.Currency}.",
                    $"Le montant est en {grant.Amount.Currency} ; ce portefeuille est tenu en {portfolio.Currency}.")));
                rejected++;
                continue;
            }
            var known = existing.GetValueOrDefault(grant.Identifier);
            var owner = organisations.Find(grant.Recipient, known?.Owner, ActorProfile.Association, now);
            var funder = organisations.Find(grant.Funder, known?.Commitment?.FunderOrganisationId, ActorProfile.Foundation, now);
            var terms = new CommitmentTerms(portfolio.Id, funder, Lever.Funding, Phase.Conception, Nature.Cash, grant.Amount.Cents, grant.AwardedOn, grant.StartsOn, grant.EndsOn, null, grant.Identifier);
            if (known is null)
            {
                var project = new Project(grant.Identifier, grant.Title, grant.Description, owner, portfolio.Id, grant.AwardedOn, now);
                var commitment = new Commitment(project.Id, terms, caller.UserId, now);
                created++;
                if (Writes()) (_, _) = (db.Projects.Add(project), db.Commitments.Add(commitment));
            }
            else if (known.Matches(grant, owner, terms)) unchanged++;
            else if (known.Commitment is { Delivered: true } && !known.MatchesTerms(terms))
            {
                faults.Add(Fault(grant, "amount", "commitment_has_deliveries", new(
                    "The agreement differs from the commitment that is recorded, and something was delivered on that: correct it there.",
                    "L'accord diffère de l'engagement enregistré, sur lequel quelque chose a été versé : corrigez-le là-bas.")));
                rejected++;
            }
            else
            {
                updated++;
                if (Writes()) await UpdateAsync(known, grant, owner, terms, now, cancellationToken);
            }
            if (++done % Batch != 0) continue;
            if (Writes())
            {
                organisations.AddNew(db);
                await db.SaveChangesAsync(cancellationToken);
                db.Forget();
            }
            request.Progress?.Report(done);
        }

        var applied = Writes();
        if (applied)
        {
            organisations.AddNew(db);
            await db.SaveChangesAsync(cancellationToken);
        }
        request.Progress?.Report(done);
        var report = new ImportReport(file.Format, request.DryRun, applied, file.RowsRead, created, updated, unchanged, rejected, organisations.Created, MoneyDto.OfCents(cents, portfolio.Currency),
            ImportErrorReply.List(faults, caller.Language), ImportErrorReply.List(file.Notices, caller.Language));
        // Thrown rather than returned, so that batches that were written before the first fault was found are rolled back.
        return faults.Count == 0 || request.DryRun ? report : throw new ImportRefusedException(report with { Created = 0, Updated = 0, Unchanged = 0, OrganisationsCreated = 0 }, faults[0]);

        bool Writes() => !request.DryRun && faults.Count == 0;
    }

    // The funder's file is right about its own grant: an agreement that differs replaces the one recorded, which stays in the ledger as cancelled.
    private async Task UpdateAsync(Known known, GrantRow grant, Guid owner, CommitmentTerms terms, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var project = await db.LoadProjectAsync(known.Id, version: null, cancellationToken);
        project.Restate(grant.Title, grant.Describes ? grant.Description : project.Summary, owner);
        if (known.MatchesTerms(terms)) return;
        if (known.Commitment is { } recorded)
            (await db.LoadCommitmentAsync(known.Id, recorded.Id, cancellationToken)).Cancel($"Replaced by import of {grant.Identifier}", now.Today(), caller.UserId, now);
        db.Commitments.Add(new Commitment(known.Id, terms, caller.UserId, now));
        project.FactsChanged();
    }

    private async Task<Dictionary<string, Known>> ExistingAsync(Guid portfolioId, CancellationToken cancellationToken)
    {
        var projects = await db.Projects.AsNoTracking().Where(p => p.LeadPortfolioId == portfolioId)
            .Select(p => new { p.Id, p.Code, p.Name, p.Summary, p.OwnerOrganisationId }).ToListAsync(cancellationToken);
        var commitments = (await db.Commitments.AsNoTracking().Where(c => c.PortfolioId == portfolioId && c.Cancellation == null && c.Reference != null)
            .Select(c => new KnownCommitment
            {
                Id = c.Id,
                ProjectId = c.ProjectId,
                Reference = c.Reference!,
                FunderOrganisationId = c.FunderOrganisationId,
                Cents = c.Cents,
                AgreedOn = c.AgreedOn,
                StartsOn = c.StartsOn,
                EndsOn = c.EndsOn,
                Delivered = c.Deliveries.Any(),
            })
            .ToListAsync(cancellationToken)).ToLookup(c => (c.ProjectId, c.Reference));
        return projects.ToDictionary(p => p.Code, p => new Known(p.Id, p.Name, p.Summary, p.OwnerOrganisationId, commitments[(p.Id, p.Code)].FirstOrDefault()));
    }

    private static ImportFault Fault(GrantRow grant, string field, string code, Text message) => new(grant.Sheet, grant.Row, grant.ColumnOf(field), code, message);

    private sealed record Known(Guid Id, string Name, string? Summary, Guid Owner, KnownCommitment? Commitment)
    {
        public bool Matches(GrantRow grant, Guid owner, CommitmentTerms terms) =>
            Name == grant.Title.Trim() && (!grant.Describes || Summary == grant.Description?.Trim()) && Owner == owner && MatchesTerms(terms);

        public bool MatchesTerms(CommitmentTerms t) => Commitment is { } c
            && c.Cents == t.Cents && c.AgreedOn == t.AgreedOn && c.StartsOn == t.StartsOn && c.EndsOn == t.EndsOn && c.FunderOrganisationId == t.FunderOrganisationId;
    }

    private sealed class KnownCommitment
    {
        public Guid Id { get; init; }
        public Guid ProjectId { get; init; }
        public string Reference { get; init; } = "";
        public Guid FunderOrganisationId { get; init; }
        public long Cents { get; init; }
        public DateOnly AgreedOn { get; init; }
        public DateOnly? StartsOn { get; init; }
        public DateOnly? EndsOn { get; init; }
        public bool Delivered { get; init; }
    }
}
