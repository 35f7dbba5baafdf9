using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Agreements;

namespace Pipeline.Application.Agreements;

/// <summary>A support agreement.</summary>
/// <param name="Id">What commitments name it by.</param>
/// <param name="Months">Whole months it lasts.</param>
/// <param name="Version">From 1, raised by every change; its ETag.</param>
public sealed record AgreementReply(
    Guid Id,
    Guid ProjectId,
    NamedRef Project,
    Guid PortfolioId,
    NamedRef Portfolio,
    DateOnly SignedOn,
    DateOnly StartsOn,
    DateOnly EndsOn,
    int Months,
    IReadOnlyList<AgreedObjective> Objectives,
    DateOnly? CoBuiltWithGovernanceOn,
    string? ExitStrategy,
    DateOnly? ExitReviewedOn,
    int? ReviewEveryMonths,
    long Version,
    DateTimeOffset RecordedAt,
    NamedRef RecordedBy
) : IVersioned
{
    long IVersioned.ETag => Version;

    internal static AgreementReply Of(
        Document<SupportAgreement> document,
        string projectName,
        string portfolioName,
        Func<Guid, NamedRef> person
    )
    {
        var (key, a) = (document.Key, document.Terms);
        return new(
            document.Id,
            key.ProjectId!.Value,
            new(key.ProjectId.Value, projectName),
            key.PortfolioId!.Value,
            new(key.PortfolioId.Value, portfolioName),
            a.SignedOn,
            a.StartsOn,
            a.EndsOn,
            a.Months(),
            a.Objectives,
            a.CoBuiltWithGovernanceOn,
            a.ExitStrategy,
            a.ExitReviewedOn,
            a.ReviewEveryMonths,
            document.Version,
            document.RecordedAt,
            person(document.RecordedBy)
        );
    }
}
