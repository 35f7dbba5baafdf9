using Pipeline.Application.Records;
using Pipeline.Domain.Records;
using Pipeline.Domain.Risks;

namespace Pipeline.Application.Risks;

/// <summary>The open risks of a portfolio's projects.</summary>
/// <param name="Open">How many.</param>
/// <param name="Unanswered">Those of them without an answer.</param>
/// <param name="ByPassage">By passage and by likelihood times severity (1 to 9), passages without any left out.</param>
public sealed record RiskBlock(int Open, int Unanswered, IReadOnlyList<RiskCount> ByPassage)
{
    internal static RiskBlock Of(RecordsInView records)
    {
        var open = records
            .Documents<RiskList>(DocumentKind.Risks)
            .SelectMany(list => list.Document.Terms.Risks)
            .Where(r => r.IsOpen(records.AsOf))
            .ToList();
        return new(
            open.Count,
            open.Count(r => r.Answer is null),
            [
                .. open.GroupBy(r => (r.Passage, Weight: r.Weight()))
                    .OrderBy(g => g.Key.Passage)
                    .ThenByDescending(g => g.Key.Weight)
                    .Select(g => new RiskCount(g.Key.Passage, g.Key.Weight, g.Count())),
            ]
        );
    }
}

/// <summary>How many open risks a passage has of one weight.</summary>
public sealed record RiskCount(Passage Passage, int Weight, int Risks);
