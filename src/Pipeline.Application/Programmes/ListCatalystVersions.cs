using MediatR;
using Pipeline.Application.Common;
using Pipeline.Application.Records;

namespace Pipeline.Application.Programmes;

/// <summary>All versions of an entry of the register of catalysts, the first one first.</summary>
/// <param name="CatalystId">The organisation's.</param>
public sealed record ListCatalystVersions(Guid CatalystId) : IQuery<Listed<VersionReply>>;

internal sealed class ListCatalystVersionsHandler(CatalystRegister register, Names names)
    : IRequestHandler<ListCatalystVersions, Listed<VersionReply>>
{
    public async Task<Listed<VersionReply>> Handle(ListCatalystVersions request, CancellationToken cancellationToken)
    {
        var versions = await register.VersionsAsync(request.CatalystId, cancellationToken);
        return await VersionReply.ListAsync(versions, names, cancellationToken);
    }
}
