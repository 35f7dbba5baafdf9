using Pipeline.Application.Records;
using Pipeline.Domain.Alliances;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Records;
using Pipeline.Domain.Risks;

namespace Pipeline.Application.Transitions;

/// <summary>What gates look at of the modules' documents, made of a project's own records.</summary>
internal static class RecordedFactsReader
{
    /// <summary>The kinds of documents that gates look at.</summary>
    public static readonly IReadOnlyList<DocumentKind> Kinds = [DocumentKind.Alliance, DocumentKind.Risks];

    /// <summary>The facts of one project.</summary>
    /// <param name="documents">Its newest versions of <see cref="Kinds"/>.</param>
    public static RecordedFacts Of(IEnumerable<DocumentVersion> documents, Phase phase, DateOnly today)
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
            UnansweredRisks = Codes.TryParse<Passage>(Codes.Of(phase), out var passage)
                ? risks?.Unanswered(passage, today).Count() ?? 0
                : 0,
        };
    }
}
