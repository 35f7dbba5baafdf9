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

internal sealed class AddCatalystHandler(IPipelineDb db, CatalystRegister register)
    : IRequestHandler<AddCatalyst, CatalystReply>
{
    public async Task<CatalystReply> Handle(AddCatalyst request, CancellationToken cancellationToken)
    {
        await register.RequireKeeperAsync(cancellationToken);
        var organisation = request.Body.OrganisationId;
        // A body can have several entries in the directory, and is in the register once.
        await db.TakeTurnAsync(cancellationToken);
        if (await register.FindOrNullAsync(organisation, cancellationToken) is not null)
            throw ProgrammeRefusals.CatalystKnown.At("organisationId");
        return await register.WriteAsync(organisation, request.Body, expected: 0, cancellationToken);
    }
}
