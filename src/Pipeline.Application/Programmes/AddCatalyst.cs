using MediatR;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Programmes;

namespace Pipeline.Application.Programmes;

/// <summary>Adds an organisation to the register of catalysts; administrators, and managers of any portfolio.</summary>
public sealed record AddCatalyst(CatalystBody Body) : ICommand<CatalystReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [.. CatalystRegister.Refusals, ProgrammeRefusals.CatalystKnown];
}

internal sealed class AddCatalystHandler(CatalystRegister register) : IRequestHandler<AddCatalyst, CatalystReply>
{
    public async Task<CatalystReply> Handle(AddCatalyst request, CancellationToken cancellationToken)
    {
        await register.RequireKeeperAsync(cancellationToken);
        if ((await register.AllAsync(cancellationToken)).Any(c => c.Id == request.Body.OrganisationId))
            throw ProgrammeRefusals.CatalystKnown.At("organisationId");
        return await register.WriteAsync(request.Body, expected: 0, cancellationToken);
    }
}
