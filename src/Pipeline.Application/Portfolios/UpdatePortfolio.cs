using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Organisations;
using Pipeline.Domain.Common;
using Pipeline.Domain.Portfolios;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Portfolios;

/// <summary>Changes a portfolio's name, investor and policy; its managers.</summary>
public sealed record UpdatePortfolio(Guid Id, long? Version, PortfolioBody Body) : ICommand<PortfolioReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.ManagersOnly,
            OrganisationRefusals.UnknownOrganisation,
            LifecycleRefusals.UnknownCriterion,
            CommonRefusals.Duplicate,
            PortfolioRefusals.Fixed,
        ];
}

internal sealed class UpdatePortfolioHandler(IPipelineDb db, Scope scope)
    : IRequestHandler<UpdatePortfolio, PortfolioReply>
{
    public async Task<PortfolioReply> Handle(UpdatePortfolio request, CancellationToken cancellationToken)
    {
        (await scope.InPortfolioAsync(request.Id, cancellationToken)).RequireManager();
        var portfolio = await db.LoadPortfolioAsync(request.Id, request.Version, cancellationToken);
        var body = request.Body;
        RequireSame(body.Code, portfolio.Code, "code");
        RequireSame(body.Currency, portfolio.Currency, "currency");
        await Organisations.Directory.RequireKnownAsync(db, body.OrganisationId, "organisationId", cancellationToken);
        // What is left out of the policy stays as it is, and so does one that is left out.
        portfolio.Describe(body.Name, body.OrganisationId, (body.Policy ?? new()).Of(portfolio.Policy));
        await db.SaveChangesAsync(cancellationToken);
        return await PortfolioReply.ReadAsync(db, portfolio.Id, cancellationToken);
    }

    private static void RequireSame(string sent, string stored, string field)
    {
        if (sent != stored)
            throw PortfolioRefusals.Fixed.With(field, stored).At(field);
    }
}
