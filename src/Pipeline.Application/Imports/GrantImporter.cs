using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Domain.Common;
using Pipeline.Domain.Imports;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Reference;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Imports;

/// <summary>
/// Takes a funder's file that has been read into a portfolio. Each grant becomes a project in conception with a funding commitment; what is there already is
/// found again by the grant's identifier.
/// </summary>
internal sealed class GrantImporter(IPipelineDb db, Scope scope, ICaller caller, TimeProvider time)
{
    private const int Batch = 200;

    /// <summary>Holds every grant against what is stored, and writes what differs.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="file">As read.</param>
    /// <param name="writes">Write, within the transaction that is open; else only say what would happen.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ImportRefusedException">Rows are wrong that were not to be skipped: thrown, so that what was written before they were found is rolled back.</exception>
    public async Task<ImportReport> RunAsync(
        ImportFile request,
        GrantFile file,
        bool writes,
        CancellationToken cancellationToken
    )
    {
        (await scope.InPortfolioAsync(request.PortfolioId, cancellationToken)).RequireManager();
        var run = new Run(db, caller, request, file, writes, time.GetUtcNow())
        {
            Currency = await db.CurrencyOfAsync(request.PortfolioId, cancellationToken),
            Organisations = await OrganisationFinder.ReadAsync(db, cancellationToken),
            Existing = await ExistingGrants.ReadAsync(db, request.PortfolioId, cancellationToken),
        };
        var done = 0;
        foreach (var grant in file.Grants)
        {
            await run.TakeAsync(grant, cancellationToken);
            if (++done % Batch != 0)
                continue;
            await run.SaveAsync(cancellationToken);
            request.Progress?.Report(new(done, file.Grants.Count));
        }
        var report = await run.FinishAsync(cancellationToken);
        request.Progress?.Report(new(done, file.Grants.Count));
        return report;
    }

    /// <summary>One file on its way into one portfolio.</summary>
    private sealed class Run(
        IPipelineDb db,
        ICaller caller,
        ImportFile request,
        GrantFile file,
        bool writes,
        DateTimeOffset now
    )
    {
        private readonly List<ImportFault> _faults = [.. file.Faults];
        private readonly List<ImportFault> _notices = [.. file.Notices];
        private readonly List<object> _added = [];
        private readonly List<ImportedRow> _rows = [];
        private readonly Dictionary<ImportPlace, IReadOnlyDictionary<int, string>> _alone = [];
        private int _created;
        private int _updated;
        private int _unchanged;
        private int _rejected = file.Rejected;
        private long _cents;

        public required string Currency { get; init; }

        public required OrganisationFinder Organisations { get; init; }

        public required ExistingGrants Existing { get; init; }

        private bool Skips => file.Skips(request.OnError);

        private bool Writes => writes && (Skips || _faults.Count == 0);

        public async Task TakeAsync(GrantRow grant, CancellationToken cancellationToken)
        {
            if (grant.Currency != Currency)
            {
                Reject(grant, "currency", RowRefusals.OtherCurrency.With(grant.Currency, Currency));
                return;
            }
            var known = Existing.Find(grant, Organisations);
            var (field, rowNotices) = ("recipient", new List<ImportFault>());
            try
            {
                var owner = Find(
                    grant,
                    grant.Recipient,
                    known?.Project.Owner,
                    ActorProfile.Association,
                    field,
                    rowNotices
                );
                field = "funder";
                var funder = Find(
                    grant,
                    grant.Funder,
                    known?.Commitment?.FunderOrganisationId,
                    ActorProfile.Foundation,
                    field,
                    rowNotices
                );
                field = "";
                if (known is null)
                {
                    if (!grant.IsOneOfSeveral && Existing.Beside(grant, Organisations) is { } beside)
                        rowNotices.Add(Fault(grant, "title", RowRefusals.BesideAnother.With(beside.Code, beside.Name)));
                    Create(grant, owner, funder);
                }
                else if (known.IsDescribed(grant, owner) && known.IsAgreed(grant, funder))
                    _unchanged++;
                else if (Locked(grant, known, owner, funder) is { } locked)
                {
                    Reject(grant, locked.Field, locked.Refusal);
                    return;
                }
                else
                {
                    if (grant.Cents > 0 && Existing.WasCancelled(known))
                        rowNotices.Add(Fault(grant, "amount", RowRefusals.AgreedAgain.With(known.Project.Code)));
                    await UpdateAsync(known, grant, owner, funder, cancellationToken);
                }
                Organisations.EndRow();
                _cents += grant.Cents;
                _notices.AddRange(rowNotices);
            }
            catch (InvalidValueException e)
            {
                // The file's form was right; what an aggregate refuses besides is the row's fault all the same.
                Reject(grant, field.Length > 0 ? field : FieldOf(e), e.Refusal);
            }
            catch (RefusedException e)
            {
                Reject(
                    grant,
                    e.Refusal.Code == ProjectRefusals.StartContradicted.Code ? "awardDate" : "amount",
                    e.Refusal
                );
            }
        }

        // What is new does not pass by EF's tracking, which took most of an import's time; what was loaded and differs does.
        public async Task SaveAsync(CancellationToken cancellationToken)
        {
            if (!Writes)
                return;
            await db.InsertAsync([.. Organisations.TakeNew(), .. _added], cancellationToken);
            _added.Clear();
            await db.SaveChangesAsync(cancellationToken);
            db.ClearTracking();
        }

        public async Task<ImportReport> FinishAsync(CancellationToken cancellationToken)
        {
            var counts = new ImportCounts(
                file.RowsRead,
                _created,
                _updated,
                _unchanged,
                _rejected,
                Organisations.Created,
                _cents
            );
            Guid? id = null;
            if (Writes)
            {
                await SaveAsync(cancellationToken);
                var import = ImportRecord.Of(
                    request,
                    file.Format,
                    counts,
                    _faults,
                    _notices,
                    Tables(),
                    _rows,
                    caller.UserId,
                    now
                );
                await db.InsertAsync([import], cancellationToken);
                db.Raise(new ImportFinished(now, import.Id, file.Format) { PortfolioId = request.PortfolioId });
                await db.SaveChangesAsync(cancellationToken);
                id = import.Id;
            }
            var report = ImportReport.Of(
                file.Format,
                request.DryRun,
                id,
                counts,
                Currency,
                _faults,
                _notices,
                caller.Language
            ) with
            {
                TakesGoodRows = !file.IsUnreadable,
                Headings = file.IsUnreadable ? [.. file.Tables.SelectMany(t => t.Headings)] : [],
            };
            return _faults.Count == 0 || request.DryRun || Skips
                ? report
                : throw new ImportRefusedException(report.Refused(), _faults[0]);
        }

        private void Reject(GrantRow grant, string field, Refusal refusal)
        {
            Organisations.TakeBackRow();
            _faults.Add(Fault(grant, field, refusal));
            _rejected++;
            if (grant.Alone.Count > 0)
                _alone[new(grant.Sheet, grant.Row)] = grant.Alone;
        }

        // Of a decision whose other lines are in, a line comes back as it can be read without them.
        private IReadOnlyList<WrittenTable> Tables() =>
            _alone.Count == 0
                ? file.Tables
                :
                [
                    .. file.Tables.Select(table =>
                        table with
                        {
                            Rows = table.Rows.ToDictionary(
                                row => row.Key,
                                row =>
                                    _alone.TryGetValue(new(table.Sheet, row.Key), out var alone)
                                        ? [.. row.Value.Select((cell, i) => alone.GetValueOrDefault(i, cell))]
                                        : row.Value
                            ),
                        }
                    ),
                ];

        private Guid Find(
            GrantRow grant,
            NamedOrganisation named,
            Guid? current,
            ActorProfile profile,
            string field,
            List<ImportFault> notices
        )
        {
            var id = Organisations.Find(named, current, profile, now);
            if (Organisations.OtherNameOf(named, id) is { } other)
                notices.Add(Fault(grant, field, RowRefusals.OtherName.With(named.Name, named.Identifier, other)));
            if (Organisations.IsOneOfSeveral(named, current, id))
                notices.Add(Fault(grant, field, RowRefusals.SeveralOfName.With(named.Name)));
            return id;
        }

        private void Create(GrantRow grant, Guid owner, Guid funder)
        {
            grant = grant with { Identifier = Existing.CodeFor(grant) };
            var project = new Project(
                grant.Identifier,
                grant.Title,
                grant.Description,
                owner,
                request.PortfolioId,
                grant.AwardedOn,
                now
            );
            var commitment =
                grant.Cents == 0
                    ? null
                    : new Commitment(
                        project.Id,
                        project.StartedOn,
                        GrantTerms.New(grant, request.PortfolioId, funder),
                        caller.UserId,
                        now
                    );
            _created++;
            if (!Writes)
                return;
            _added.Add(project);
            if (commitment is not null)
                _added.Add(commitment);
            _rows.Add(
                new(
                    _rows.Count + 1,
                    project.Id,
                    null,
                    project.Version,
                    true,
                    null,
                    commitment?.Id,
                    null,
                    WrittenOf(grant, owner, funder, grant.Identifier)
                )
            );
        }

        // The funder's file is right about its own grant: an agreement that differs replaces the one recorded, which stays in the ledger as cancelled.
        private async Task UpdateAsync(
            KnownGrant known,
            GrantRow grant,
            Guid owner,
            Guid funder,
            CancellationToken cancellationToken
        )
        {
            var agreed = known.IsAgreed(grant, funder);
            var commitment =
                agreed || grant.Cents == 0
                    ? null
                    : new Commitment(
                        known.Project.Id,
                        // As of a new grant, the file says when the project began: not after its first award.
                        grant.AwardedOn < known.Project.StartedOn
                            ? grant.AwardedOn
                            : known.Project.StartedOn,
                        known.Terms(
                            grant,
                            request.PortfolioId,
                            funder,
                            await TermsAsync(known.Commitment, cancellationToken)
                        ),
                        caller.UserId,
                        now
                    );
            if (Writes)
                await WriteAsync(known, grant, owner, funder, agreed, commitment, cancellationToken);
            _updated++;
        }

        private async Task<CommitmentTerms?> TermsAsync(
            KnownCommitment? standing,
            CancellationToken cancellationToken
        ) =>
            standing is null
                ? null
                : (await db.Commitments.AsNoTracking().FirstAsync(c => c.Id == standing.Id, cancellationToken)).Terms;

        private async Task WriteAsync(
            KnownGrant known,
            GrantRow grant,
            Guid owner,
            Guid funder,
            bool agreed,
            Commitment? commitment,
            CancellationToken cancellationToken
        )
        {
            // By itself: were the row refused half-way, nothing of the rows before it may be forgotten with it.
            await SaveAsync(cancellationToken);
            try
            {
                var project = await db.LoadProjectAsync(known.Project.Id, version: null, cancellationToken);
                var former = new FormerProject(
                    project.Name,
                    project.Summary,
                    project.OwnerOrganisationId,
                    project.StartedOn
                );
                var formerVersion = project.Version;
                var restated = project.Restate(
                    known.IsNamed(grant) ? project.Name : grant.Title,
                    grant.Describes ? grant.Description : project.Summary,
                    owner
                );
                if (commitment is not null && grant.AwardedOn < project.StartedOn)
                    project.BeginOn(grant.AwardedOn, [], now);
                var replaced = agreed ? null : known.Commitment;
                if (replaced is not null)
                    await db.WithdrawAsync(
                        known.Project.Id,
                        replaced.Id,
                        $"Replaced by import of {grant.Identifier}",
                        caller.UserId,
                        now,
                        cancellationToken
                    );
                if (commitment is not null)
                    db.Commitments.Add(commitment);
                Organisations.EndRow();
                await db.InsertAsync(Organisations.TakeNew(), cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                _rows.Add(
                    new(
                        _rows.Count + 1,
                        project.Id,
                        formerVersion,
                        project.Version,
                        false,
                        restated || project.StartedOn != former.StartedOn ? former : null,
                        commitment?.Id,
                        replaced?.Id,
                        // What is agreed already stands with the row that said so.
                        agreed && grant.Cents > 0
                            ? null
                            : WrittenOf(grant, owner, funder, known.Identifier)
                    )
                );
            }
            finally
            {
                db.ClearTracking();
            }
        }

        private WrittenGrant? WrittenOf(GrantRow grant, Guid owner, Guid funder, string identifier)
        {
            var (recipient, giver) = (
                Organisations.WrittenOf(grant.Recipient, owner),
                Organisations.WrittenOf(grant.Funder, funder)
            );
            return grant.Cents == 0 || grant.DurationMonths is not null || recipient is not null || giver is not null
                ? new(
                    funder,
                    grant.AwardedOn,
                    grant.StartsOn,
                    grant.WrittenEndsOn,
                    grant.DurationMonths,
                    identifier,
                    recipient,
                    giver
                )
                : null;
        }

        private static (string Field, Refusal Refusal)? Locked(
            GrantRow grant,
            KnownGrant known,
            Guid owner,
            Guid funder
        )
        {
            if (known.Commitment is { Delivered: true } && !known.IsAgreed(grant, funder))
                return ("amount", RowRefusals.CommitmentHasDeliveries);
            // It still closes its own books: an amount of zero cancels what it agreed.
            if (!known.Project.Held && grant.Cents > 0 && !known.IsAgreed(grant, funder))
                return ("amount", RowRefusals.PortfolioLeft);
            if (!known.Project.Led && !known.IsDescribed(grant, owner))
                return ("title", RowRefusals.ProjectNotLed);
            if (!known.Project.Led && grant.AwardedOn < known.Project.StartedOn)
                return (
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
                    "summary" => "description",
                    "startedOn" or "agreedOn" => "awardDate",
                    "startsOn" => "startDate",
                    "endsOn" => "endDate",
                    var field => field,
                };

        private static ImportFault Fault(GrantRow grant, string field, Refusal refusal) =>
            new(grant.Sheet, grant.Row, grant.ColumnOf(field), refusal);
    }
}
