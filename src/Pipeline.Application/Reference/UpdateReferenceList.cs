using System.ComponentModel.DataAnnotations;
using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Alliances;
using Pipeline.Domain.Common;
using Pipeline.Domain.Reference;
using Pipeline.Domain.Risks;

namespace Pipeline.Application.Reference;

/// <summary>Replaces a list of reference entries; administrators only. What names an entry that is gone keeps its code.</summary>
public sealed record UpdateReferenceList(ReferenceListKind List, long? Version, SentList<ReferenceEntryBody> Sent)
    : ICommand<ReferenceListReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.AdministratorsOnly,
            CommonRefusals.Required,
            CommonRefusals.Duplicate,
            CommonRefusals.UnknownCode,
        ];
}

/// <summary>The whole list, under either name.</summary>
public sealed record AllianceKindsBody(
    [property: MaxLength(Limits.List)] IReadOnlyList<ReferenceEntryBody>? Items = null,
    [property: MaxLength(Limits.List)] IReadOnlyList<ReferenceEntryBody>? AllianceKinds = null
);

/// <summary>The whole list, under either name.</summary>
public sealed record OfferedRisksBody(
    [property: MaxLength(Limits.List)] IReadOnlyList<ReferenceEntryBody>? Items = null,
    [property: MaxLength(Limits.List)] IReadOnlyList<ReferenceEntryBody>? Risks = null
);

/// <summary>An entry.</summary>
/// <param name="Code">Letters and digits, beginning with a small letter.</param>
/// <param name="Group">A category of alliances, or a passage.</param>
public sealed record ReferenceEntryBody(
    [property: StringLength(Limits.Code)] [property: RegularExpression("^[a-z][A-Za-z0-9]*$")] string Code,
    BilingualBody Name,
    [property: StringLength(Limits.Code)] string Group,
    [property: StringLength(Limits.Short)] string? Citation = null
);

/// <summary>A text in both languages.</summary>
public sealed record BilingualBody(
    [property: StringLength(Limits.Name, MinimumLength = 1)] string En,
    [property: StringLength(Limits.Name, MinimumLength = 1)] string Fr
);

internal sealed class UpdateReferenceListHandler(IPipelineDb db, ReferenceData data, Scope scope, ICaller caller)
    : IRequestHandler<UpdateReferenceList, ReferenceListReply>
{
    public async Task<ReferenceListReply> Handle(UpdateReferenceList request, CancellationToken cancellationToken)
    {
        scope.RequireAdministrator();
        var groups =
            request.List == ReferenceListKind.AllianceKinds ? Codes.All<AllianceCategory>() : Codes.All<Passage>();
        var (field, items) = request.Sent.Read();
        for (var i = 0; i < items.Count; i++)
        {
            if (items.Take(i).Any(other => other.Code == items[i].Code))
                throw CommonRefusals.Duplicate.With(items[i].Code).At($"{field}[{i}].code");
            Guard.KnownCode(items[i].Group, $"{field}[{i}].group", groups);
        }
        await data.SetListAsync(
            request.List,
            [.. items.Select((item, i) => Entry(item, $"{field}[{i}]"))],
            request.Version,
            cancellationToken
        );
        await db.SaveChangesAsync(cancellationToken);
        return ReferenceListReply.Of(await data.ListAsync(request.List, cancellationToken), caller.Language);
    }

    private static ReferenceEntry Entry(ReferenceEntryBody item, string at) =>
        new(
            item.Code,
            new(
                Guard.Required(item.Name.En, $"{at}.name.en", Limits.Name),
                Guard.Required(item.Name.Fr, $"{at}.name.fr", Limits.Name)
            ),
            item.Group,
            Guard.Optional(item.Citation, $"{at}.citation", Limits.Short)
        );
}
