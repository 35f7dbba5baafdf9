using Pipeline.Application.Common;

namespace Pipeline.Application.Programmes;

/// <summary>A programme of a portfolio.</summary>
/// <param name="Money">What commitments that name it come to; null for those who take part without seeing the portfolio.</param>
/// <param name="Version">From 1, raised by every change; its ETag.</param>
public sealed record ProgrammeReply(
    Guid Id,
    Guid PortfolioId,
    string Code,
    string Name,
    int Months,
    IReadOnlyList<string> Themes,
    IReadOnlyList<Guid> PartnerOrganisationIds,
    IReadOnlyList<NamedRef> Partners,
    IReadOnlyList<ProgrammeSessionBody> Sessions,
    IReadOnlyList<string> Coachings,
    ProgrammeMoney? Money,
    long Version,
    DateTimeOffset RecordedAt,
    NamedRef RecordedBy
) : IVersioned
{
    long IVersioned.ETag => Version;
}

/// <summary>Money that names a programme, in the portfolio's currency.</summary>
/// <param name="Committed">What counts now: a cancelled commitment counts for what was delivered on it.</param>
public sealed record ProgrammeMoney(MoneyDto Committed, MoneyDto Delivered);
