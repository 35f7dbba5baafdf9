using Pipeline.Application.Records;
using Pipeline.Domain.Alliances;
using Pipeline.Domain.Common;
using Pipeline.Domain.Economics;
using Pipeline.Domain.Impacts;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Records;
using Pipeline.Domain.Reference;
using Pipeline.Domain.Risks;

namespace Pipeline.Application.Transitions;

/// <summary>What gates look at of the modules' documents, made of a project's own records.</summary>
internal static class RecordedFactsReader
{
    /// <summary>The kinds of documents that gates look at.</summary>
    public static readonly IReadOnlyList<DocumentKind> Kinds =
    [
        DocumentKind.Alliance,
        DocumentKind.Risks,
        DocumentKind.Impact,
        DocumentKind.TargetEconomics,
    ];

    /// <summary>The projects that have impacts, of which readings are worth asking for.</summary>
    public static IReadOnlyList<Guid> WithImpacts(IEnumerable<DocumentVersion> documents) =>
        [.. documents.Where(d => d.Kind == DocumentKind.Impact).Select(d => d.OwnerId).Distinct().Order()];

    /// <summary>The facts of one project.</summary>
    /// <param name="documents">Its newest versions of <see cref="Kinds"/>.</param>
    /// <param name="read">Impacts that somebody had looked at.</param>
    public static RecordedFacts Of(
        IEnumerable<DocumentVersion> documents,
        IReadOnlySet<Guid> read,
        Phase phase,
        DateOnly today
    )
    {
        var byKind = documents.ToLookup(d => d.Kind);
        var alliances = byKind[DocumentKind.Alliance]
            .Select(d => RecordJson.Read<Alliance>(d.Json))
            .Where(a => a.RunsOn(today))
            .ToList();
        var risks = byKind[DocumentKind.Risks].Select(d => RecordJson.Read<RiskList>(d.Json)).FirstOrDefault();
        return new()
        {
            Alliances = alliances.Count,
            AlliancesWithDoubleImpact = alliances.Count(a => a.HasDoubleImpact()),
            HasTrajectory = byKind[DocumentKind.TargetEconomics]
                .Any(d => RecordJson.Read<EconomicPicture>(d.Json).HasTrajectory()),
            ImpactsRead = byKind[DocumentKind.Impact]
                .Where(d => read.Contains(d.DocumentId))
                .Count(d => RecordJson.Read<Impact>(d.Json).Kind != ImpactKind.Trust),
            UnansweredRisks = Codes.TryParse<Passage>(Codes.Of(phase), out var passage)
                ? risks?.Unanswered(passage, today).Count() ?? 0
                : 0,
        };
    }
}
