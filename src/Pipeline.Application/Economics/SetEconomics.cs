using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Economics;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Economics;

/// <summary>Writes the next version of how a project lives, or is to live; owners and managers.</summary>
public sealed record SetEconomics(Guid ProjectId, WhichPicture Which, long? Version, EconomicPicture Body)
    : ICommand<EconomicsReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.DescribingNotPermitted,
            EconomicRefusals.TrajectoryOfTarget,
            RecordRefusals.UnknownAlliance,
            CommonRefusals.Duplicate,
            CommonRefusals.DateInFuture,
            .. MoneyRefusals.All,
        ];
}

internal sealed class SetEconomicsHandler(IPipelineDb db, Scope scope, DocumentStore documents, EconomicsReader reader)
    : IRequestHandler<SetEconomics, EconomicsReply>
{
    public async Task<EconomicsReply> Handle(SetEconomics request, CancellationToken cancellationToken)
    {
        var rights = (await scope.InProjectAsync(request.ProjectId, cancellationToken)).RequireDescriber();
        var lead = await db
            .Projects.Where(p => p.Id == request.ProjectId)
            .Select(p => p.LeadPortfolioId)
            .FirstAsync(cancellationToken);
        var currency = await db.CurrencyOfAsync(lead, cancellationToken);
        // Counted before the database is asked for each.
        var alliances = Guard.List(request.Body.AllianceIds, "allianceIds");
        for (var i = 0; i < alliances.Count; i++)
            await documents.RequireAllianceAsync(
                request.ProjectId,
                alliances[i],
                $"allianceIds[{i}]",
                cancellationToken
            );
        var written = await documents.WriteAsync<EconomicPicture>(
            DocumentKey.OfProject(request.Which.Kind(), request.ProjectId),
            request.Version,
            (_, now) => request.Body.Checked(request.Which == WhichPicture.Target, currency, now),
            rights.UserId,
            cancellationToken
        );
        return await reader.ShowAsync(request.Which, written, cancellationToken);
    }
}
