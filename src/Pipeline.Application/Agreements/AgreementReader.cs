using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Agreements;
using Pipeline.Domain.Common;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Agreements;

/// <summary>Shows support agreements, names beside ids.</summary>
public sealed class AgreementReader(IPipelineDb db, DocumentStore documents, Names names)
{
    /// <summary>The agreement of a project with a portfolio; null where there is none.</summary>
    public Task<Document<SupportAgreement>?> FindAsync(
        Guid projectId,
        Guid portfolioId,
        CancellationToken cancellationToken
    ) => documents.BetweenAsync<SupportAgreement>(DocumentKind.Agreement, projectId, portfolioId, cancellationToken);

    /// <summary>As it is shown.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    public async Task<AgreementReply> ShowAsync(
        Document<SupportAgreement>? agreement,
        CancellationToken cancellationToken
    )
    {
        if (agreement is null)
            throw NotFoundException.Of("agreement", "convention");
        var project = await db.ProjectNameAsync(agreement.Key.ProjectId!.Value, cancellationToken);
        var portfolio = await db.PortfolioNameAsync(agreement.Key.PortfolioId!.Value, null, cancellationToken);
        return AgreementReply.Of(
            agreement,
            project,
            portfolio,
            await names.OfPeopleAsync([agreement.RecordedBy], cancellationToken)
        );
    }
}
