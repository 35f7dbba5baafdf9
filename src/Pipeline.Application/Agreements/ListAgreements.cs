using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Modules;
using Pipeline.Application.Records;
using Pipeline.Domain.Agreements;
using Pipeline.Domain.Common;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Agreements;

/// <summary>A portfolio's agreements with the projects that it holds, the one that ends first before the others, as of a day and as known at an instant.</summary>
/// <param name="EndingBefore">Those that end before this day.</param>
/// <param name="Exit">Those with an exit, or without.</param>
public sealed record ListAgreements(
    Guid PortfolioId,
    DateOnly? EndingBefore,
    ExitState? Exit,
    DateOnly? AsOf,
    DateTimeOffset? KnownAt,
    PageOf Page
) : ISnapshotQuery<Paged<AgreementReply>>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [CommonRefusals.DateInFuture];
}

internal sealed class ListAgreementsHandler(IPipelineDb db, Scope scope, PortfolioRecords portfolios, Names names)
    : IRequestHandler<ListAgreements, Paged<AgreementReply>>
{
    public async Task<Paged<AgreementReply>> Handle(ListAgreements request, CancellationToken cancellationToken)
    {
        await scope.InPortfolioAsync(request.PortfolioId, cancellationToken);
        var records = await portfolios.AskedAsync(
            request.PortfolioId,
            request.AsOf,
            request.KnownAt,
            cancellationToken
        );
        var page = records
            .Documents<SupportAgreement>(DocumentKind.Agreement)
            .Where(a => a.Document.Key.PortfolioId == request.PortfolioId)
            .Where(a => request.EndingBefore is not { } day || a.Document.Terms.EndsOn < day)
            .Where(a => request.Exit is not { } exit || a.Document.Terms.HasExit() == (exit == ExitState.Planned))
            .OrderBy(a => a.Document.Terms.EndsOn)
            .ThenBy(a => a.Document.Id)
            .ToPage(request.Page);
        var person = await names.OfPeopleAsync(page.Items.Select(a => a.Document.RecordedBy), cancellationToken);
        var portfolio = await db.PortfolioNameAsync(request.PortfolioId, records.Then, cancellationToken);
        return page.Select(a => AgreementReply.Of(a.Document, a.Project.Name, portfolio, person));
    }
}
