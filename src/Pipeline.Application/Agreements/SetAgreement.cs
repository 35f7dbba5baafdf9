using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Agreements;
using Pipeline.Domain.Common;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Agreements;

/// <summary>Writes a version of the support agreement of a project with a portfolio; owners, managers of the project, and managers of that portfolio.</summary>
public sealed record SetAgreement(Guid ProjectId, Guid PortfolioId, long? Version, SupportAgreement Body)
    : ICommand<AgreementReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [AccessRefusals.DescribingNotPermitted, CommonRefusals.DateInFuture, DocumentRefusals.DatesReversed];
}

internal sealed class SetAgreementHandler(
    IPipelineDb db,
    Scope scope,
    DocumentStore documents,
    AgreementReader agreements,
    TimeProvider time
) : IRequestHandler<SetAgreement, AgreementReply>
{
    public async Task<AgreementReply> Handle(SetAgreement request, CancellationToken cancellationToken)
    {
        var (projectId, portfolioId) = (request.ProjectId, request.PortfolioId);
        var rights = await scope.InProjectAsync(projectId, cancellationToken);
        if (
            !await db.Holdings.AnyAsync(
                h => h.ProjectId == projectId && h.PortfolioId == portfolioId && h.EndedAt == null,
                cancellationToken
            )
        )
            throw NotFoundException.Of("portfolio of this project", "portefeuille de ce projet");
        if (!await scope.ManagesAsync(portfolioId, cancellationToken))
            rights.RequireDescriber();
        // Two who write the first one at once write one agreement (docs/adr/0055).
        await db.TakeTurnAsync(cancellationToken);
        var before = await agreements.FindAsync(projectId, portfolioId, cancellationToken);
        var key =
            before?.Key ?? new(DocumentKind.Agreement, projectId, portfolioId, Guid.CreateVersion7(time.GetUtcNow()));
        var written = await documents.WriteAsync<SupportAgreement>(
            key,
            request.Version,
            (_, now) => request.Body.Checked(now),
            rights.UserId,
            cancellationToken
        );
        return await agreements.ShowAsync(written, cancellationToken);
    }
}
