using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Records;
using Pipeline.Domain.Programmes;

namespace Pipeline.Application.Programmes;

/// <summary>Shows programmes, names beside ids, with the money that names them.</summary>
public sealed class ProgrammeReader(IPipelineDb db, Scope scope, Names names, TimeProvider time)
{
    /// <summary>As they are shown.</summary>
    public async Task<IReadOnlyList<ProgrammeReply>> ShowAsync(
        IReadOnlyList<(ProgrammeView View, Document<Programme> Programme)> programmes,
        CancellationToken cancellationToken
    )
    {
        var body = await names.BodiesAsync(
            programmes.SelectMany(p => p.Programme.Terms.PartnerOrganisationIds),
            then: null,
            cancellationToken
        );
        var person = await names.OfPeopleAsync(programmes.Select(p => p.Programme.RecordedBy), cancellationToken);
        var money = await MoneyAsync(
            [.. programmes.Where(p => p.View.Reads).Select(p => p.Programme.Id)],
            cancellationToken
        );
        var portfolios = programmes.Select(p => p.View.PortfolioId).Distinct().ToList();
        var currencies = await db
            .Portfolios.Where(p => portfolios.Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, p => p.Currency, cancellationToken);
        return
        [
            .. programmes.Select(p =>
            {
                var (document, terms) = (p.Programme, p.Programme.Terms);
                var (committed, delivered) = money.GetValueOrDefault(document.Id);
                var currency = currencies[p.View.PortfolioId];
                var partners = terms.PartnerOrganisationIds.Select(body).Distinct().ToList();
                return new ProgrammeReply(
                    document.Id,
                    p.View.PortfolioId,
                    terms.Code,
                    terms.Name,
                    terms.Months,
                    terms.Themes,
                    partners.ConvertAll(p => p.Id),
                    partners,
                    [.. terms.Sessions.Select(ProgrammeSessionBody.Of)],
                    terms.Coachings,
                    p.View.Reads
                        ? new(MoneyDto.OfCents(committed, currency), MoneyDto.OfCents(delivered, currency))
                        : null,
                    document.Version,
                    document.RecordedAt,
                    person(document.RecordedBy)
                );
            }),
        ];
    }

    /// <summary>One of them.</summary>
    public async Task<ProgrammeReply> ShowAsync(
        ProgrammeView view,
        Document<Programme> programme,
        CancellationToken cancellationToken
    ) => (await ShowAsync([(view, programme)], cancellationToken))[0];

    private async Task<IReadOnlyDictionary<Guid, (long Committed, long Delivered)>> MoneyAsync(
        IReadOnlyList<Guid> programmes,
        CancellationToken cancellationToken
    )
    {
        if (programmes.Count == 0)
            return new Dictionary<Guid, (long, long)>();
        var view = await AsOfView.OpenAsync(db, asOf: null, knownAt: null, time.GetUtcNow(), cancellationToken);
        var lines = await view.Booked(
                scope.Commitments.Where(c => c.ProgrammeId != null && programmes.Contains(c.ProgrammeId.Value))
            )
            .ToListAsync(cancellationToken);
        return lines
            .GroupBy(l => l.ProgrammeId!.Value)
            .ToDictionary(l => l.Key, l => (l.Sum(x => x.Committed), l.Sum(x => x.Delivered)));
    }
}
