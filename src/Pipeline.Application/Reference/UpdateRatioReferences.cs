using System.ComponentModel.DataAnnotations;
using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Reference;

/// <summary>Replaces the figures that ratios are shown beside; administrators only.</summary>
public sealed record UpdateRatioReferences(long? Version, RatioReferencesBody Body)
    : ICommand<RatioReferencesReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.AdministratorsOnly, CommonRefusals.Duplicate];
}

/// <summary>The whole list.</summary>
public sealed record RatioReferencesBody([property: MaxLength(Limits.List)] IReadOnlyList<RatioReferenceBody> Items);

/// <summary>A published figure with its source, in both languages.</summary>
/// <param name="Code">Unique in the list.</param>
/// <param name="Value">Share 0 to 1, four decimals at most.</param>
public sealed record RatioReferenceBody(
    [property: StringLength(Limits.Code)] string Code,
    RatioKind Kind,
    [property: Range(0, 1)] decimal Value,
    BilingualDto Label,
    [property: StringLength(Limits.Paragraph)] string Citation,
    BilingualDto Denominator
)
{
    internal static RatioReferenceBody Of(RatioReference r) =>
        new(r.Code, r.Kind, r.Share, new(r.Label.En, r.Label.Fr), r.Citation, new(r.Denominator.En, r.Denominator.Fr));
}

/// <summary>A text in both languages.</summary>
public sealed record BilingualDto(
    [property: StringLength(Limits.Paragraph)] string En,
    [property: StringLength(Limits.Paragraph)] string Fr
)
{
    internal Text Checked(string field) =>
        new(Guard.Required(En, $"{field}.en", Limits.Paragraph), Guard.Required(Fr, $"{field}.fr", Limits.Paragraph));
}

internal sealed class UpdateRatioReferencesHandler(IPipelineDb db, ReferenceData data, Scope scope, ICaller caller)
    : IRequestHandler<UpdateRatioReferences, RatioReferencesReply>
{
    public async Task<RatioReferencesReply> Handle(UpdateRatioReferences request, CancellationToken cancellationToken)
    {
        scope.RequireAdministrator();
        await data.SetRatioReferencesAsync(Checked(request.Body.Items), request.Version, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        var (items, version) = await data.RatioReferencesAsync(cancellationToken);
        return new([.. items.Select(r => RatioReferenceReply.From(r, caller.Language))], version);
    }

    private static IReadOnlyList<RatioReference> Checked(IReadOnlyList<RatioReferenceBody> items)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. items.Select(
                (item, i) =>
                {
                    var code = Guard.Required(item.Code, $"items[{i}].code", Limits.Code);
                    if (!codes.Add(code))
                        throw CommonRefusals.Duplicate.With(code).At($"items[{i}].code");
                    if (item.Value is < 0 or > 1 || decimal.Round(item.Value, 4) != item.Value)
                        throw ReferenceRefusals.ShareOutOfRange.At($"items[{i}].value");
                    return new RatioReference(
                        code,
                        item.Value,
                        item.Label.Checked($"items[{i}].label"),
                        Guard.Required(item.Citation, $"items[{i}].citation", Limits.Paragraph),
                        item.Denominator.Checked($"items[{i}].denominator"),
                        item.Kind
                    );
                }
            ),
        ];
    }
}
