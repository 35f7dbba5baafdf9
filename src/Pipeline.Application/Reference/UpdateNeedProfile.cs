using System.ComponentModel.DataAnnotations;
using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Reference;

/// <summary>Replaces the need profile, every phase and lever; administrators only.</summary>
public sealed record UpdateNeedProfile(long? Version, NeedProfileBody Body) : ICommand<NeedProfileReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [AccessRefusals.AdministratorsOnly, ReferenceRefusals.IncompleteTable, ReferenceRefusals.NeedOutOfRange];
}

/// <summary>The whole table: 5 phases by 4 levers.</summary>
public sealed record NeedProfileBody(IReadOnlyList<NeedEntryBody> Items);

/// <summary>How much a phase needs of a lever, 0 to 3.</summary>
public sealed record NeedEntryBody(Phase Phase, Lever Lever, [property: Range(0, 3)] int Need);

internal sealed class UpdateNeedProfileHandler(IPipelineDb db, ReferenceData data, Scope scope)
    : IRequestHandler<UpdateNeedProfile, NeedProfileReply>
{
    public async Task<NeedProfileReply> Handle(UpdateNeedProfile request, CancellationToken cancellationToken)
    {
        scope.RequireAdministrator();
        if (request.Body.Items.Any(i => i.Need is < NeedProfile.MinNeed or > NeedProfile.MaxNeed))
            throw ReferenceRefusals.NeedOutOfRange.At("items");
        var given = request.Body.Items.ToLookup(i => (i.Phase, i.Lever));
        var items = PhaseOrder.All.SelectMany(phase =>
            Levers.All.Select(lever =>
                given[(phase, lever)].Count() == 1
                    ? new NeedEntry(phase, lever, given[(phase, lever)].Single().Need)
                    : throw ReferenceRefusals.IncompleteTable.At("items")
            )
        );
        await data.SetNeedProfileAsync([.. items], request.Version, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        var (stored, version) = await data.NeedProfileAsync(cancellationToken);
        return new(stored, version);
    }
}
