using Pipeline.Application.Common;
using Pipeline.Application.Reference;
using Pipeline.Domain.Common;
using Pipeline.Domain.Risks;

namespace Pipeline.Application.Risks;

/// <summary>What risks are called: by the reference list, or in the project's own words.</summary>
internal sealed record RiskLabels(IReadOnlyDictionary<string, Text> Known, Language Language)
{
    public static async Task<RiskLabels> ReadAsync(
        ReferenceData reference,
        Language language,
        IKnownThen? then,
        CancellationToken cancellationToken
    )
    {
        var entries = await reference.ListAsync(ReferenceListKind.Risks, then, cancellationToken);
        return new(entries.ToDictionary(e => e.Code, e => e.Label), language);
    }

    public Text Of(Risk risk) =>
        risk.Code is { } code ? Known.GetValueOrDefault(code, Text.Same(code)) : Text.Same(risk.Label!);
}
