using Pipeline.Application.Agreements;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Records;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Exports;

/// <summary>Commitments of a register: those that the caller sees, and of these what one portfolio keeps, or all.</summary>
/// <param name="KeptBy">
/// Looked at once rows are read: as a condition beside a list of projects it makes SQLite go through all that the portfolio has for each of them (docs/adr/0014).
/// </param>
public sealed record LedgerLines(IQueryable<Commitment> Visible, Guid? KeptBy)
{
    /// <summary>What was read of their projects in the same view; null where nothing was.</summary>
    public RecordsInView? Records { get; init; }

    internal bool Has(Guid portfolioId) => KeptBy is null || KeptBy == portfolioId;
}

/// <summary>Reads ledger lines in a view, names joined in them, while those before are written. Lines follow the order of their projects.</summary>
public sealed class LedgerRows(IPipelineDb db)
{
    /// <summary>Those of the commitments that had been agreed, of these projects; within a project the oldest agreement first.</summary>
    public IAsyncEnumerable<CommitmentRow> Commitments(AsOfView view, IEnumerable<Guid> projects, LedgerLines lines)
    {
        var (cancellations, deliveries) = (view.Cancellations, view.Deliveries);
        return view.InTurnsAsync(
                projects,
                listed =>
                    from commitment in view.Agreed(lines.Visible.Of(listed, c => c.ProjectId))
                    join portfolio in db.Portfolios on commitment.PortfolioId equals portfolio.Id
                    join funder in db.Organisations on commitment.FunderOrganisationId equals funder.Id
                    join c in cancellations on commitment.Id equals c.CommitmentId into ends
                    from end in ends.DefaultIfEmpty()
                    join o in db.Organisations on commitment.ProviderOrganisationId equals o.Id into providers
                    from provider in providers.DefaultIfEmpty()
                    orderby commitment.AgreedOn, commitment.RecordedAt, commitment.Id
                    select new
                    {
                        commitment.Id,
                        commitment.ProjectId,
                        commitment.PortfolioId,
                        Portfolio = portfolio.Code,
                        portfolio.Currency,
                        FunderId = funder.Id,
                        Funder = funder.Name,
                        commitment.Phase,
                        commitment.Lever,
                        commitment.Nature,
                        commitment.Cents,
                        Came = deliveries.Where(d => d.CommitmentId == commitment.Id).Sum(d => d.Cents),
                        commitment.AgreedOn,
                        commitment.StartsOn,
                        commitment.EndsOn,
                        commitment.Hours,
                        commitment.Reference,
                        commitment.Instrument,
                        commitment.ProviderOrganisationId,
                        Provider = provider.Name,
                        commitment.ProviderKind,
                        CancelledOn = (DateOnly?)end.CancelledOn,
                        end.Reason,
                        commitment.ResultIndicators,
                        commitment.AgreementId,
                        commitment.AllianceId,
                        commitment.ProgrammeId,
                    },
                r => r.ProjectId,
                async (read, token) =>
                    (
                        Named: await NamedDocuments.ReadAsync(
                            view,
                            [
                                .. read.SelectMany(r =>
                                    new[]
                                    {
                                        (r.ProjectId, r.AgreementId),
                                        (r.ProjectId, r.AllianceId),
                                        (r.PortfolioId, r.ProgrammeId),
                                    }
                                ),
                            ],
                            lines.Records,
                            token
                        ),
                        Repaid: await Repayments.ByCommitmentAsync(
                            view,
                            [.. read.Where(r => r.Instrument.IsRepayable()).Select(r => r.Id)],
                            token
                        )
                    ),
                (p, r, beside) =>
                    !lines.Has(r.PortfolioId)
                        ? null
                        : new CommitmentRow(
                            r.Id,
                            p.Id,
                            p.Code,
                            p.Name,
                            r.Portfolio,
                            p.Organisations.Of(r.FunderId, "name", r.Funder),
                            r.Phase,
                            r.Lever,
                            r.Nature,
                            r.Cents,
                            r.CancelledOn is null ? r.Cents : r.Came,
                            r.Came,
                            r.Currency,
                            r.AgreedOn,
                            r.StartsOn,
                            r.EndsOn,
                            r.Hours,
                            r.Reference,
                            r.Instrument,
                            NameOf(p, r.ProviderOrganisationId, r.Provider),
                            r.ProviderKind,
                            r.CancelledOn,
                            r.Reason,
                            p.Version,
                            r.ResultIndicators.Count > 0 ? string.Join('\n', r.ResultIndicators) : null,
                            r.Instrument.IsRepayable() ? beside.Repaid.GetValueOrDefault(r.Id) : null,
                            beside.Named.SignedOn(r.AgreementId),
                            beside.Named.NameOf(r.AllianceId),
                            beside.Named.NameOf(r.ProgrammeId),
                            r.AgreementId,
                            r.AllianceId,
                            r.ProgrammeId
                        )
            )
            .ReadingAhead();
    }

    /// <summary>Deliveries and reversals against these commitments that had come, of these projects; within a project by their day.</summary>
    public IAsyncEnumerable<DeliveryRow> Deliveries(AsOfView view, IEnumerable<Guid> projects, LedgerLines lines)
    {
        var deliveries = view.Deliveries;
        return view.InTurnsAsync(
                projects,
                listed =>
                    from commitment in lines.Visible.Of(listed, c => c.ProjectId)
                    join delivery in deliveries on commitment.Id equals delivery.CommitmentId
                    join portfolio in db.Portfolios on commitment.PortfolioId equals portfolio.Id
                    join funder in db.Organisations on commitment.FunderOrganisationId equals funder.Id
                    join o in db.Organisations on delivery.ProviderOrganisationId equals o.Id into providers
                    from provider in providers.DefaultIfEmpty()
                    orderby delivery.DeliveredOn, delivery.RecordedAt, delivery.Id
                    select new
                    {
                        delivery.Id,
                        delivery.CommitmentId,
                        CommitmentReference = commitment.Reference,
                        commitment.ProjectId,
                        commitment.PortfolioId,
                        FunderId = funder.Id,
                        Funder = funder.Name,
                        commitment.Phase,
                        commitment.Lever,
                        commitment.Nature,
                        delivery.Cents,
                        portfolio.Currency,
                        delivery.DeliveredOn,
                        delivery.Hours,
                        delivery.Reference,
                        delivery.ReversesId,
                        delivery.Reason,
                        delivery.ProviderOrganisationId,
                        Provider = provider.Name,
                        delivery.ProviderKind,
                    },
                r => r.ProjectId,
                (p, r) =>
                    !lines.Has(r.PortfolioId)
                        ? null
                        : new DeliveryRow(
                            r.Id,
                            r.CommitmentId,
                            r.CommitmentReference,
                            p.Id,
                            p.Code,
                            p.Name,
                            p.Organisations.Of(r.FunderId, "name", r.Funder),
                            r.Phase,
                            r.Lever,
                            r.Nature,
                            r.Cents,
                            r.Currency,
                            r.DeliveredOn,
                            r.Hours,
                            r.Reference,
                            r.ReversesId,
                            r.Reason,
                            NameOf(p, r.ProviderOrganisationId, r.Provider),
                            r.ProviderKind
                        )
            )
            .ReadingAhead();
    }

    private static string? NameOf(NamedProject project, Guid? organisation, string? now) =>
        organisation is { } id ? project.Organisations.Of(id, "name", now) : null;
}
