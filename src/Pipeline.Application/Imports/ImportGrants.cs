using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Reference;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Imports;

/// <summary>
/// Takes a funder's file into a portfolio, whole or not at all; its managers. Each grant becomes a project in conception with a funding
/// commitment; what is there already is found again by the grant's identifier.
/// </summary>
public sealed record ImportGrants(
    Guid PortfolioId,
    string FileName,
    Stream Content,
    bool DryRun,
    IProgress<ImportProgress>? Progress = null
) : ICommand<ImportReport>;

internal sealed class ImportGrantsHandler(
    IPipelineDb db,
    Scope scope,
    IGrantFileReader reader,
    ICaller caller,
    TimeProvider time
) : IRequestHandler<ImportGrants, ImportReport>
{
    private const int Batch = 200;

    public async Task<ImportReport> Handle(ImportGrants request, CancellationToken cancellationToken)
    {
        (await scope.InPortfolioAsync(request.PortfolioId, cancellationToken)).RequireManager();
        var currency = await db.CurrencyOfAsync(request.PortfolioId, cancellationToken);
        var now = time.GetUtcNow();
        request.Content.Position = 0;
        var file = reader.Read(request.Content, request.FileName, now.Today(), cancellationToken);
        var faults = file.Faults.ToList();
        var rejected = file.Rejected;
        var organisations = await OrganisationFinder.ReadAsync(db, cancellationToken);
        var existing = await ExistingGrants.ReadAsync(db, request.PortfolioId, cancellationToken);
        var (created, updated, unchanged, done) = (0, 0, 0, 0);
        long cents = 0;
        var added = new List<object>();

        foreach (var grant in file.Grants)
        {
            if (CurrencyFault(grant, currency) is { } foreign)
                Reject(foreign);
            else
            {
                cents += grant.Amount.Cents;
                var known = existing.Find(grant, organisations);
                var owner = organisations.Find(grant.Recipient, known?.Project.Owner, ActorProfile.Association, now);
                var funder = organisations.Find(
                    grant.Funder,
                    known?.Commitment?.FunderOrganisationId,
                    ActorProfile.Foundation,
                    now
                );
                try
                {
                    if (known is null)
                        Create(grant, owner, funder);
                    else if (known.IsDescribed(grant, owner) && known.IsAgreed(grant, funder))
                        unchanged++;
                    else if (Locked(grant, known, owner, funder) is { } locked)
                        Reject(locked);
                    else
                    {
                        if (Writes())
                            await UpdateAsync(known, grant, request.PortfolioId, owner, funder, now, cancellationToken);
                        updated++;
                    }
                }
                catch (InvalidValueException e)
                {
                    // The file's form was right; what an aggregate refuses besides is the row's fault all the same.
                    Reject(Fault(grant, FieldOf(e), e.Refusal));
                }
            }
            if (++done % Batch != 0)
                continue;
            if (Writes())
            {
                await SaveAsync();
                db.ClearTracking();
            }
            request.Progress?.Report(new(done, file.Grants.Count));
        }

        var applied = Writes();
        if (applied)
        {
            db.Raise(new ImportFinished(now, file.Format) { PortfolioId = request.PortfolioId });
            await SaveAsync();
        }
        request.Progress?.Report(new(done, file.Grants.Count));
        var report = new ImportReport(
            file.Format,
            request.DryRun,
            applied,
            file.RowsRead,
            created,
            updated,
            unchanged,
            rejected,
            organisations.Created,
            MoneyDto.OfCents(cents, currency),
            ImportErrorReply.List(faults, caller.Language),
            ImportErrorReply.List(file.Notices, caller.Language)
        );
        // Thrown rather than returned, so that batches that were written before the first fault was found are rolled back.
        return faults.Count == 0 || request.DryRun
            ? report
            : throw new ImportRefusedException(
                report with
                {
                    Created = 0,
                    Updated = 0,
                    Unchanged = 0,
                    OrganisationsCreated = 0,
                },
                faults[0]
            );

        bool Writes() => !request.DryRun && faults.Count == 0;

        // What is new does not pass by EF's tracking, which took most of an import's time; what was loaded and differs does.
        async Task SaveAsync()
        {
            await db.InsertAsync([.. organisations.TakeNew(), .. added], cancellationToken);
            added.Clear();
            await db.SaveChangesAsync(cancellationToken);
        }

        void Reject(ImportFault fault)
        {
            faults.Add(fault);
            rejected++;
        }

        void Create(GrantRow grant, Guid owner, Guid funder)
        {
            grant = grant with { Identifier = existing.CodeFor(grant) };
            var project = new Project(
                grant.Identifier,
                grant.Title,
                grant.Description,
                owner,
                request.PortfolioId,
                grant.AwardedOn,
                now
            );
            var commitment = new Commitment(
                project.Id,
                project.StartedOn,
                GrantTerms.New(grant, request.PortfolioId, funder),
                caller.UserId,
                now
            );
            if (Writes())
                added.AddRange([project, commitment]);
            created++;
        }
    }

    // The funder's file is right about its own grant: an agreement that differs replaces the one recorded, which stays in the ledger as cancelled.
    private async Task UpdateAsync(
        KnownGrant known,
        GrantRow grant,
        Guid portfolioId,
        Guid owner,
        Guid funder,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var project = await db.LoadProjectAsync(known.Project.Id, version: null, cancellationToken);
        project.Restate(
            known.IsNamed(grant) ? project.Name : grant.Title,
            grant.Describes ? grant.Description : project.Summary,
            owner
        );
        if (known.IsAgreed(grant, funder))
            return;
        // As of a new grant, the file says when the project began: not after its first award.
        if (grant.AwardedOn < project.StartedOn)
            project.BeginOn(grant.AwardedOn, [], now);
        if (known.Commitment is { } recorded)
            (await db.LoadCommitmentAsync(known.Project.Id, recorded.Id, cancellationToken)).Cancel(
                $"Replaced by import of {grant.Identifier}",
                now.Today(),
                caller.UserId,
                now
            );
        db.Commitments.Add(
            new Commitment(project.Id, project.StartedOn, known.Terms(grant, portfolioId, funder), caller.UserId, now)
        );
    }

    private static ImportFault? CurrencyFault(GrantRow grant, string currency) =>
        grant.Amount.Currency == currency
            ? null
            : Fault(grant, "currency", MoneyRefusals.CurrencyDiffers.With(grant.Amount.Currency, currency));

    private static ImportFault? Locked(GrantRow grant, KnownGrant known, Guid owner, Guid funder)
    {
        if (known.Commitment is { Delivered: true } && !known.IsAgreed(grant, funder))
            return Fault(grant, "amount", RowRefusals.CommitmentHasDeliveries);
        if (!known.Project.Led && !known.IsDescribed(grant, owner))
            return Fault(grant, "title", RowRefusals.ProjectNotLed);
        if (!known.Project.Led && grant.AwardedOn < known.Project.StartedOn)
            return Fault(
                grant,
                "awardDate",
                CommonRefusals.BeforeStart.With("agreedOn", grant.AwardedOn, known.Project.StartedOn)
            );
        return null;
    }

    private static string FieldOf(InvalidValueException e) =>
        e.Faults.Count == 0
            ? "identifier"
            : e.Faults[0].Field switch
            {
                "code" or "reference" => "identifier",
                "name" => "title",
                "startedOn" or "agreedOn" => "awardDate",
                "startsOn" => "startDate",
                "endsOn" => "endDate",
                var field => field,
            };

    private static ImportFault Fault(GrantRow grant, string field, Refusal refusal) =>
        new(grant.Sheet, grant.Row, grant.ColumnOf(field), refusal);
}
