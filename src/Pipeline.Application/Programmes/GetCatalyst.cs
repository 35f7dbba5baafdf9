using MediatR;
using Pipeline.Application.Common;

namespace Pipeline.Application.Programmes;

/// <summary>An organisation in the register of catalysts.</summary>
/// <param name="CatalystId">The organisation's.</param>
public sealed record GetCatalyst(Guid CatalystId) : IQuery<CatalystReply>;

internal sealed class GetCatalystHandler(CatalystRegister register) : IRequestHandler<GetCatalyst, CatalystReply>
{
    public async Task<CatalystReply> Handle(GetCatalyst request, CancellationToken cancellationToken)
    {
        var found = await register.FindAsync(request.CatalystId, cancellationToken);
        return (await register.ShowAsync([found], cancellationToken))[0];
    }
}
