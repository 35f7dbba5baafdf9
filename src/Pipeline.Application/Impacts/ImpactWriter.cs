using Pipeline.Application.Access;
using Pipeline.Application.Indicators;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Impacts;
using Pipeline.Domain.Indicators;

namespace Pipeline.Application.Impacts;

/// <summary>Writes a version of an impact, the first one or a later one.</summary>
public sealed class ImpactWriter(DocumentStore documents, ImpactReader impacts, IndicatorReader indicators)
{
    /// <summary>Everything that writing refuses.</summary>
    internal static readonly IReadOnlyList<Refusal> Refusals =
    [
        AccessRefusals.DescribingNotPermitted,
        ImpactRefusals.FacetOfAnotherKind,
        RecordRefusals.UnknownAlliance,
        IndicatorRefusals.UnknownIndicator,
        CommonRefusals.Duplicate,
    ];

    /// <param name="expected">The version that the caller has seen; null for any.</param>
    internal async Task<ProjectImpactReply> WriteAsync(
        ProjectRights rights,
        Guid impactId,
        long? expected,
        Impact impact,
        CancellationToken cancellationToken
    )
    {
        await documents.RequireAllianceAsync(rights.ProjectId, impact.AllianceId, "allianceId", cancellationToken);
        var list = await indicators.OfAsync(rights.LeadPortfolioId, cancellationToken);
        var written = await documents.WriteAsync<Impact>(
            ImpactReader.KeyOf(rights.ProjectId, impactId),
            expected,
            (before, _) => Known(impact.Checked(), before, [.. list.Indicators.Select(i => i.Code)]),
            rights.UserId,
            cancellationToken
        );
        return (await impacts.ShowAsync(rights.ProjectId, [written], cancellationToken))[0];
    }

    // A code that the list has lost stays where it was.
    private static Impact Known(Impact impact, Impact? before, IReadOnlyCollection<string> codes)
    {
        var indicators = impact.Indicators ?? [];
        for (var i = 0; i < indicators.Count; i++)
            if (before?.Indicators?.Contains(indicators[i]) != true)
                KnownIndicators.Require(indicators[i], codes, $"indicators[{i}]");
        return impact;
    }
}
