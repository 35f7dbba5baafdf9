using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Economics;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Economics;

/// <summary>How a project lives, or is to live.</summary>
public sealed record GetEconomics(Guid ProjectId, WhichPicture Which) : IQuery<EconomicsReply>;

internal sealed class GetEconomicsHandler(Scope scope, DocumentStore documents, EconomicsReader reader)
    : IRequestHandler<GetEconomics, EconomicsReply>
{
    public async Task<EconomicsReply> Handle(GetEconomics request, CancellationToken cancellationToken)
    {
        await scope.InProjectAsync(request.ProjectId, cancellationToken);
        var picture =
            await documents.FindAsync<EconomicPicture>(
                DocumentKey.OfProject(request.Which.Kind(), request.ProjectId),
                cancellationToken
            ) ?? throw NotFoundException.Of("picture", "tableau");
        return await reader.ShowAsync(request.Which, picture, cancellationToken);
    }
}
