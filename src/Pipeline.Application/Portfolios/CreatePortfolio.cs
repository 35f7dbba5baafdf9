using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Organisations;
using Pipeline.Domain.Common;
using Pipeline.Domain.Portfolios;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Portfolios;

/// <summary>Opens a portfolio; administrators only.</summary>
public sealed record CreatePortfolio(PortfolioBody Body) : ICommand<PortfolioReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.AdministratorsOnly,
            PortfolioRefusals.CodeTaken,
            PortfolioRefusals.UnknownCurrency,
            OrganisationRefusals.UnknownOrganisation,
            LifecycleRefusals.UnknownCriterion,
            CommonRefusals.Duplicate,
        ];
}

internal sealed class CreatePortfolioHandler(IPipelineDb db, Scope scope, TimeProvider time)
    : IRequestHandler<CreatePortfolio, PortfolioReply>
{
    public async Task<PortfolioReply> Handle(CreatePortfolio request, CancellationToken cancellationToken)
    {
        scope.RequireAdministrator();
        var body = request.Body;
        if (!Currencies.Has(body.Currency))
            throw PortfolioRefusals.UnknownCurrency.With(body.Currency).At("currency");
        await Organisations.Directory.RequireKnownAsync(db, body.OrganisationId, "organisationId", cancellationToken);
        var portfolio = new Portfolio(
            body.Code,
            body.Name,
            body.OrganisationId,
            body.Currency,
            (body.Policy ?? new()).Of(LifecyclePolicy.Default),
            time.GetUtcNow()
        );
        if (await db.Portfolios.AnyAsync(p => p.Code == portfolio.Code, cancellationToken))
            throw PortfolioRefusals.CodeTaken.With(portfolio.Code).Exception();
        db.Portfolios.Add(portfolio);
        await db.SaveChangesAsync(cancellationToken);
        return await PortfolioReply.ReadAsync(db, portfolio.Id, cancellationToken);
    }
}
