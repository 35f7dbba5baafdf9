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
    /// <summary>The facts of one project.</summary>
    /// <param name="documents">In their newest versions, by what they are.</param>
    /// <param name="read">Impacts that somebody had looked at.</param>
    public static RecordedFacts Of(
        ILookup<DocumentKind, HeldDocument> documents,
        IReadOnlySet<Guid> read,
        Phase phase,
        DateOnly today
    )
    {
        var alliances = documents[DocumentKind.Alliance]
            .Select(d => d.Terms<Alliance>())
            .Where(a => a.RunsOn(today))
            .ToList();
        var risks = documents[DocumentKind.Risks].Select(d => d.Terms<RiskList>()).FirstOrDefault();
        return new()
        {
            Alliances = alliances.Count,
            AlliancesWithDoubleImpact = alliances.Count(a => a.HasDoubleImpact()),
            HasTrajectory = documents[DocumentKind.TargetEconomics]
                .Any(d => d.Terms<EconomicPicture>().HasTrajectory()),
            ImpactsRead = documents[DocumentKind.Impact]
                .Where(d => read.Contains(d.Key.DocumentId))
                .Count(d => d.Terms<Impact>().Kind != ImpactKind.Trust),
            UnansweredRisks = Codes.TryParse<Passage>(Codes.Of(phase), out var passage)
                ? risks?.Unanswered(passage, today).Count() ?? 0
                : 0,
        };
    }
}
