using MediatR;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Programmes;

namespace Pipeline.Application.Programmes;

/// <summary>Writes the next version of an entry of the register of catalysts; administrators, and managers of any portfolio.</summary>
/// <param name="CatalystId">The organisation's.</param>
public sealed record UpdateCatalyst(Guid CatalystId, long? Version, CatalystBody Body)
    : ICommand<CatalystReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [.. CatalystRegister.Refusals, ProgrammeRefusals.OrganisationStays];
}

internal sealed class UpdateCatalystHandler(CatalystRegister register) : IRequestHandler<UpdateCatalyst, CatalystReply>
{
    public async Task<CatalystReply> Handle(UpdateCatalyst request, CancellationToken cancellationToken)
    {
        await register.RequireKeeperAsync(cancellationToken);
        var entry = await register.FindAsync(request.CatalystId, cancellationToken);
        return await register.IsOneBodyAsync(request.Body.OrganisationId, request.CatalystId, cancellationToken)
            ? await register.WriteAsync(entry.Id, request.Body, request.Version, cancellationToken)
            : throw ProgrammeRefusals.OrganisationStays.At("organisationId");
    }
}
