using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;

namespace Pipeline.Application.Agreements;

/// <summary>The support agreement of a project with a portfolio.</summary>
public sealed record GetAgreement(Guid ProjectId, Guid PortfolioId) : IQuery<AgreementReply>;

internal sealed class GetAgreementHandler(Scope scope, AgreementReader agreements)
    : IRequestHandler<GetAgreement, AgreementReply>
{
    public async Task<AgreementReply> Handle(GetAgreement request, CancellationToken cancellationToken)
    {
        await scope.InProjectAsync(request.ProjectId, cancellationToken);
        await scope.RequireAgreementAsync(request.ProjectId, request.PortfolioId, cancellationToken);
        var agreement = await agreements.FindAsync(request.ProjectId, request.PortfolioId, cancellationToken);
        return await agreements.ShowAsync(agreement, cancellationToken);
    }
}
